package org.ptstress.stress.engine.hook;

/**
 * A deterministic substitute for the machine's clocks: some tables grow more if they grew recently,
 * which depends on the machine's speed. In a logical thread, each reading of a clock advances the
 * time.
 */
public final class Clock {
  private static final long NANOS_OF_MILLI = 1_000_000;

  private static long millis;

  private Clock() {}

  /** Resets the time of logical threads. */
  public static void reset() {
    millis = 0;
  }

  /**
   * Replaces {@link System#currentTimeMillis}.
   *
   * @return a millisecond more than the last time
   */
  public static long currentTimeMillis() {
    return Hook.isLogical(Thread.currentThread()) ? ++millis : System.currentTimeMillis();
  }

  /**
   * Replaces {@link System#nanoTime}.
   *
   * @return a millisecond more than the last time
   */
  public static long nanoTime() {
    return Hook.isLogical(Thread.currentThread()) ? ++millis * NANOS_OF_MILLI : System.nanoTime();
  }
}
