package org.ptstress.stress.engine.litmus;

import static org.ptstress.stress.engine.litmus.Cells.Y;

import java.lang.invoke.VarHandle;
import java.util.List;

/** MP: data written before a flag and read after it. */
final class MessagePassing {
  private static final String ORDERED = Litmus.without(2, "10");
  private static final String UNORDERED = Litmus.every(2);

  private MessagePassing() {}

  static List<Litmus> all() {
    return List.of(
        test("plain", UNORDERED, c -> c.y = 1, c -> c.y),
        test("opaque", UNORDERED, c -> c.opaque(Y, 1), c -> c.opaque(Y)),
        test("release, opaque", UNORDERED, c -> c.release(Y, 1), c -> c.opaque(Y)),
        test("opaque, acquire", UNORDERED, c -> c.opaque(Y, 1), c -> c.acquire(Y)),
        test("release, acquire", ORDERED, c -> c.release(Y, 1), c -> c.acquire(Y)),
        test("volatile", ORDERED, c -> c.volatil(Y, 1), c -> c.volatil(Y)),
        test("volatile fields", ORDERED, c -> c.vy = 1, c -> c.vy),
        test(
            "release fence, acquire fence",
            ORDERED,
            c -> {
              VarHandle.releaseFence();
              c.opaque(Y, 1);
            },
            c -> {
              int y = c.opaque(Y);
              VarHandle.acquireFence();
              return y;
            }),
        test(
            "store-store fence, load-load fence",
            ORDERED,
            c -> {
              VarHandle.storeStoreFence();
              c.opaque(Y, 1);
            },
            c -> {
              int y = c.opaque(Y);
              VarHandle.loadLoadFence();
              return y;
            }),
        test(
            "full fences",
            ORDERED,
            c -> {
              VarHandle.fullFence();
              c.opaque(Y, 1);
            },
            c -> {
              int y = c.opaque(Y);
              VarHandle.fullFence();
              return y;
            }),
        test(
            "release fence, acquire",
            ORDERED,
            c -> {
              VarHandle.releaseFence();
              c.opaque(Y, 1);
            },
            c -> c.acquire(Y)),
        test(
            "release, acquire fence",
            ORDERED,
            c -> c.release(Y, 1),
            c -> {
              int y = c.opaque(Y);
              VarHandle.acquireFence();
              return y;
            }),
        test(
            "release fence alone",
            UNORDERED,
            c -> {
              VarHandle.releaseFence();
              c.opaque(Y, 1);
            },
            c -> c.opaque(Y)),
        test(
            "acquire fence alone",
            UNORDERED,
            c -> c.opaque(Y, 1),
            c -> {
              int y = c.opaque(Y);
              VarHandle.acquireFence();
              return y;
            }),
        test(
            "monitor",
            ORDERED,
            c -> {
              synchronized (c.monitor) {
                c.y = 1;
              }
            },
            c -> {
              synchronized (c.monitor) {
                return c.y;
              }
            }),
        chain("an update", "00 01 11 21", c -> Y.weakCompareAndSetPlain(c, 1, 2)),
        chain(
            "another thread's store",
            "00 01 11 20 21",
            c -> {
              if (c.opaque(Y) == 1) {
                c.opaque(Y, 2);
              }
            }),
        test(
            "release, opaque by the same thread, acquire",
            "00 01 11 20 21",
            c -> {
              c.release(Y, 1);
              c.opaque(Y, 2);
            },
            c -> c.acquire(Y)));
  }

  /** A way to write the flag. */
  @FunctionalInterface
  private interface Flag {
    void raise(Cells cells);
  }

  /** A way to read the flag. */
  @FunctionalInterface
  private interface Look {
    int at(Cells cells);
  }

  private static Litmus test(String modes, String allowed, Flag flag, Look look) {
    return Litmus.of(
        "MP",
        modes,
        allowed,
        c -> {
          c.x = 1;
          flag.raise(c);
          return "";
        },
        c -> look.at(c) + "" + c.x);
  }

  /** A variant in which another thread forwards the flag. */
  private static Litmus chain(String by, String allowed, Flag carry) {
    return Litmus.of(
        "MP",
        "release, acquire through " + by,
        allowed,
        c -> {
          c.x = 1;
          c.release(Y, 1);
          return "";
        },
        c -> {
          carry.raise(c);
          return "";
        },
        c -> c.acquire(Y) + "" + c.x);
  }
}
