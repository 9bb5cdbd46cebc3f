package org.ptstress.stress.engine.hook;

/**
 * Stands in for the clocks of the machine: some tables grow more if they grew a short while ago,
 * and how long that was depends on the machine. In a thread with a number of its own, time passes
 * with each look at a clock.
 */
public final class Clock {
  private static final long NANOS_OF_MILLI = 1_000_000;

  private static long millis;

  private Clock() {}

  /** Lets the time of the threads with numbers begin again. */
  public static void reset() {
    millis = 0;
  }

  /**
   * Stands in for {@link System#currentTimeMillis}.
   *
   * @return a millisecond more than the last time
   */
  public static long currentTimeMillis() {
    return Hook.isLogical(Thread.currentThread()) ? ++millis : System.currentTimeMillis();
  }

  /**
   * Stands in for {@link System#nanoTime}.
   *
   * @return a millisecond more than the last time
   */
  public static long nanoTime() {
    return Hook.isLogical(Thread.currentThread()) ? ++millis * NANOS_OF_MILLI : System.nanoTime();
  }
}
