package org.ptstress.stress.engine.litmus;

import static org.ptstress.stress.engine.litmus.Cells.X;
import static org.ptstress.stress.engine.litmus.Cells.Y;
import static org.ptstress.stress.engine.litmus.Cells.Z;

import java.util.List;
import org.ptstress.stress.engine.litmus.Litmus.Act;

/** Atomic updates, failed comparisons, and locks built from them. */
final class Updates {
  private Updates() {}

  static List<Litmus> all() {
    return List.of(
        Litmus.of("fetch and add", "acquire", "01/2 10/2", add(), add()).ending(c -> "" + c.x),
        Litmus.of(
                "fetch and add",
                "acquire, and an opaque store",
                "0/5 5/6",
                add(),
                c -> {
                  c.opaque(X, 5);
                  return "";
                })
            .ending(c -> "" + c.x),
        Litmus.of("compare and set", "plain", "01 10", compareAndSet(), compareAndSet()),
        Litmus.of("z++", "plain", "/1 /2", increment(), increment()).ending(c -> "" + c.z),
        mutex("acquire, release", "/2", c -> c.lock(X), c -> c.release(X, 0)),
        mutex("acquire, opaque", "/1 /2", c -> c.lock(X), c -> c.opaque(X, 0)),
        mutex(
            "plain, release",
            "/1 /2",
            c -> {
              while (!X.weakCompareAndSetPlain(c, 0, 1)) {
                Thread.onSpinWait();
              }
            },
            c -> c.release(X, 0)),
        Litmus.of("mutex", "monitor", "/2", synchronizedIncrement(), synchronizedIncrement())
            .ending(c -> "" + c.z),
        failing(
            "acquire", Litmus.without(2, "10"), c -> (int) Y.compareAndExchangeAcquire(c, 5, 6)),
        failing("volatile", Litmus.without(2, "10"), c -> (int) Y.compareAndExchange(c, 5, 6)),
        failing("release", Litmus.every(2), c -> (int) Y.compareAndExchangeRelease(c, 5, 6)));
  }

  /** An operation on a lock. */
  @FunctionalInterface
  private interface Step {
    void on(Cells cells);
  }

  /** A failing comparison and the value that it finds. */
  @FunctionalInterface
  private interface Comparison {
    int of(Cells cells);
  }

  private static Act add() {
    return c -> "" + (int) X.getAndAddAcquire(c, 1);
  }

  private static Act compareAndSet() {
    return c -> X.weakCompareAndSetPlain(c, 0, 1) ? "1" : "0";
  }

  private static Act increment() {
    return c -> {
      c.z++;
      return "";
    };
  }

  private static Act synchronizedIncrement() {
    return c -> {
      synchronized (c.monitor) {
        c.z++;
      }
      return "";
    };
  }

  private static Litmus mutex(String modes, String allowed, Step lock, Step unlock) {
    Act act =
        c -> {
          lock.on(c);
          Z.set(c, (int) Z.get(c) + 1);
          unlock.on(c);
          return "";
        };
    return Litmus.of("mutex", modes, allowed, act, act).ending(c -> "" + c.z);
  }

  private static Litmus failing(String modes, String allowed, Comparison comparison) {
    return Litmus.of(
        "MP by a comparison that fails",
        modes,
        allowed,
        c -> {
          c.x = 1;
          c.release(Y, 1);
          return "";
        },
        c -> comparison.of(c) + "" + c.x);
  }
}
