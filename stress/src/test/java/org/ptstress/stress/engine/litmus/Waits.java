package org.ptstress.stress.engine.litmus;

import static org.ptstress.stress.engine.litmus.Cells.X;
import static org.ptstress.stress.engine.litmus.Cells.Y;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.ptstress.stress.engine.litmus.Litmus.Act;

/** Programs whose threads wait for each other, and how they end. */
final class Waits {
  private static final ReentrantLock LOCK = new ReentrantLock();

  private Waits() {}

  static List<Litmus> all() {
    Act raises =
        c -> {
          c.opaque(X, 1);
          return "";
        };
    return List.of(
        test("a loop that says that it spins", "/", raises, polls(true)),
        test("a loop that does not say so", "/", raises, polls(false)),
        test("a flag that nobody raises", "ENDLESS", c -> "", polls(true)),
        test(
            "a flag that nobody raises, in a loop that does not spin",
            "ENDLESS",
            c -> "",
            polls(false)),
        test("two spinlocks in one order", "/", both(true), both(true)),
        test("two spinlocks in two orders", "ENDLESS /", both(true), both(false)),
        test("two monitors in two orders", "ENDLESS /", monitors(true), monitors(false)),
        test("a lock that parks", "/", parks(), parks()).ending(c -> c.z == 2 ? "" : "lost"));
  }

  private static Litmus test(String name, String endings, Act... acts) {
    return Litmus.of("waits", name, endings, acts).ending(c -> "");
  }

  private static Act polls(boolean spins) {
    return c -> {
      while (c.opaque(X) == 0) {
        if (spins) {
          Thread.onSpinWait();
        }
      }
      return "";
    };
  }

  private static Act both(boolean inOrder) {
    return c -> {
      c.lock(inOrder ? X : Y);
      c.lock(inOrder ? Y : X);
      c.release(X, 0);
      c.release(Y, 0);
      return "";
    };
  }

  private static Act monitors(boolean inOrder) {
    return c -> {
      synchronized (inOrder ? c.monitor : c) {
        synchronized (inOrder ? c : c.monitor) {
          c.z++;
        }
      }
      return "";
    };
  }

  private static Act parks() {
    return c -> {
      LOCK.lock();
      try {
        c.z++;
      } finally {
        LOCK.unlock();
      }
      return "";
    };
  }
}
