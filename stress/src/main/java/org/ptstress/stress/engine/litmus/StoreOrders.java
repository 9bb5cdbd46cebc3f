package org.ptstress.stress.engine.litmus;

import static org.ptstress.stress.engine.litmus.Cells.X;
import static org.ptstress.stress.engine.litmus.Cells.Y;

import java.lang.invoke.VarHandle;
import java.util.List;
import org.ptstress.stress.engine.litmus.Litmus.Act;

/** R, S and 2+2W: the final order of two threads' stores. */
final class StoreOrders {
  private StoreOrders() {}

  static List<Litmus> all() {
    return List.of(
        r("opaque", "0/1 0/2 1/1 1/2", c -> c.opaque(X, 1), c -> c.opaque(Y, 1), read(Y, X)),
        r(
            "release, acquire",
            "0/1 0/2 1/1 1/2",
            c -> c.release(X, 1),
            c -> c.release(Y, 1),
            c -> {
              c.release(Y, 2);
              return "" + c.acquire(X);
            }),
        r(
            "full fences",
            "0/1 1/1 1/2",
            c -> c.opaque(X, 1),
            c -> {
              VarHandle.fullFence();
              c.opaque(Y, 1);
            },
            c -> {
              c.opaque(Y, 2);
              VarHandle.fullFence();
              return "" + c.opaque(X);
            }),
        r(
            "volatile",
            "0/1 1/1 1/2",
            c -> c.volatil(X, 1),
            c -> c.volatil(Y, 1),
            c -> {
              c.volatil(Y, 2);
              return "" + c.volatil(X);
            }),
        s("opaque", "0/1 0/2 1/1 1/2", c -> c.opaque(Y, 1), c -> c.opaque(Y)),
        s("release, acquire", "0/1 0/2 1/1", c -> c.release(Y, 1), c -> c.acquire(Y)),
        s("volatile", "0/1 0/2 1/1", c -> c.volatil(Y, 1), c -> c.volatil(Y)),
        s(
            "release fence, acquire fence",
            "0/1 0/2 1/1",
            c -> {
              VarHandle.releaseFence();
              c.opaque(Y, 1);
            },
            c -> {
              int y = c.opaque(Y);
              VarHandle.acquireFence();
              return y;
            }),
        s(
            "release, load-load fence",
            "0/1 0/2 1/1 1/2",
            c -> c.release(Y, 1),
            c -> {
              int y = c.opaque(Y);
              VarHandle.loadLoadFence();
              return y;
            }),
        twoByTwo(
            "opaque",
            "/11 /12 /21 /22",
            c -> c.opaque(X, 1),
            c -> c.opaque(Y, 2),
            c -> c.opaque(Y, 1),
            c -> c.opaque(X, 2)),
        twoByTwo(
            "release",
            "/11 /12 /21 /22",
            c -> c.release(X, 1),
            c -> c.release(Y, 2),
            c -> c.release(Y, 1),
            c -> c.release(X, 2)),
        twoByTwo(
            "volatile",
            "/12 /21 /22",
            c -> c.volatil(X, 1),
            c -> c.volatil(Y, 2),
            c -> c.volatil(Y, 1),
            c -> c.volatil(X, 2)),
        twoByTwo(
            "full fences",
            "/12 /21 /22",
            c -> c.opaque(X, 1),
            c -> {
              VarHandle.fullFence();
              c.opaque(Y, 2);
            },
            c -> c.opaque(Y, 1),
            c -> {
              VarHandle.fullFence();
              c.opaque(X, 2);
            }));
  }

  /** A way to write. */
  @FunctionalInterface
  private interface Write {
    void to(Cells cells);
  }

  /** A way to read. */
  @FunctionalInterface
  private interface Read {
    int of(Cells cells);
  }

  private static Act read(VarHandle written, VarHandle read) {
    return c -> {
      c.opaque(written, 2);
      return "" + c.opaque(read);
    };
  }

  private static Litmus r(String modes, String allowed, Write x, Write y, Act other) {
    return Litmus.of("R", modes, allowed, both(x, y), other).ending(c -> "" + c.y);
  }

  private static Litmus s(String modes, String allowed, Write y, Read look) {
    return Litmus.of(
            "S",
            modes,
            allowed,
            both(c -> c.opaque(X, 2), y),
            c -> {
              int seen = look.of(c);
              c.opaque(X, 1);
              return "" + seen;
            })
        .ending(c -> "" + c.x);
  }

  private static Litmus twoByTwo(
      String modes, String allowed, Write one, Write two, Write three, Write four) {
    return Litmus.of("2+2W", modes, allowed, both(one, two), both(three, four))
        .ending(c -> c.x + "" + c.y);
  }

  private static Act both(Write one, Write two) {
    return c -> {
      one.to(c);
      two.to(c);
      return "";
    };
  }
}
