package org.ptstress.stress.engine.litmus;

import static org.ptstress.stress.engine.litmus.Cells.X;
import static org.ptstress.stress.engine.litmus.Cells.Y;

import java.lang.invoke.VarHandle;
import java.util.List;
import org.ptstress.stress.engine.litmus.Litmus.Act;

/** SB: each of two threads writes its flag and reads that of the other. */
final class StoreBuffering {
  private static final String ORDERED = Litmus.without(2, "00");
  private static final String UNORDERED = Litmus.every(2);

  private StoreBuffering() {}

  static List<Litmus> all() {
    return List.of(
        test(
            "plain",
            UNORDERED,
            plain(),
            c -> {
              c.y = 1;
              return "" + c.x;
            }),
        test("opaque", UNORDERED, opaque(X, Y), opaque(Y, X)),
        test("release, acquire", UNORDERED, releaseAcquire(X, Y), releaseAcquire(Y, X)),
        test("volatile", ORDERED, volatiles(X, Y), volatiles(Y, X)),
        test(
            "volatile fields",
            ORDERED,
            c -> {
              c.vx = 1;
              return "" + c.vy;
            },
            c -> {
              c.vy = 1;
              return "" + c.vx;
            }),
        test("full fences", ORDERED, fenced(X, Y), fenced(Y, X)),
        test("one full fence", UNORDERED, fenced(X, Y), opaque(Y, X)),
        test("volatile, full fence", ORDERED, volatiles(X, Y), fenced(Y, X)),
        test("release and acquire fences", UNORDERED, halfFenced(X, Y), halfFenced(Y, X)),
        test(
            "volatile stores, acquire loads",
            UNORDERED,
            c -> {
              c.volatil(X, 1);
              return "" + c.acquire(Y);
            },
            c -> {
              c.volatil(Y, 1);
              return "" + c.acquire(X);
            }),
        test(
            "release stores, volatile loads",
            UNORDERED,
            c -> {
              c.release(X, 1);
              return "" + c.volatil(Y);
            },
            c -> {
              c.release(Y, 1);
              return "" + c.volatil(X);
            }),
        test("getAndSet, volatile", ORDERED, updates(X, Y), updates(Y, X)));
  }

  private static Litmus test(String modes, String allowed, Act one, Act other) {
    return Litmus.of("SB", modes, allowed, one, other);
  }

  private static Act plain() {
    return c -> {
      c.x = 1;
      return "" + c.y;
    };
  }

  private static Act opaque(VarHandle mine, VarHandle other) {
    return c -> {
      c.opaque(mine, 1);
      return "" + c.opaque(other);
    };
  }

  private static Act releaseAcquire(VarHandle mine, VarHandle other) {
    return c -> {
      c.release(mine, 1);
      return "" + c.acquire(other);
    };
  }

  private static Act volatiles(VarHandle mine, VarHandle other) {
    return c -> {
      c.volatil(mine, 1);
      return "" + c.volatil(other);
    };
  }

  private static Act updates(VarHandle mine, VarHandle other) {
    return c -> {
      int before = (int) mine.getAndSet(c, 1);
      return "" + (before + c.volatil(other));
    };
  }

  private static Act fenced(VarHandle mine, VarHandle other) {
    return c -> {
      c.opaque(mine, 1);
      VarHandle.fullFence();
      return "" + c.opaque(other);
    };
  }

  private static Act halfFenced(VarHandle mine, VarHandle other) {
    return c -> {
      c.opaque(mine, 1);
      VarHandle.releaseFence();
      VarHandle.acquireFence();
      return "" + c.opaque(other);
    };
  }
}
