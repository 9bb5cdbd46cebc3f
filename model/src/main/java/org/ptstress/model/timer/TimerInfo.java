package org.ptstress.model.timer;

import org.jspecify.annotations.Nullable;

/**
 * What a lookup saw of a timer, copied under {@code it_lock}: the answer of timer_gettime together
 * with what /proc/PID/timers shows. Mutable, so that a caller can use one for many lookups; belongs
 * to one thread.
 */
public final class TimerInfo {
  private @Nullable KTimer timer;
  private @Nullable ClockId clock;
  private long sigevValue;
  private int overrun;
  private long expiresNanos;
  private long intervalNanos;

  /** Makes an empty copy. */
  public TimerInfo() {}

  void set(
      KTimer timer,
      @Nullable ClockId clock,
      long sigevValue,
      int overrun,
      long expiresNanos,
      long intervalNanos) {
    this.timer = timer;
    this.clock = clock;
    this.sigevValue = sigevValue;
    this.overrun = overrun;
    this.expiresNanos = expiresNanos;
    this.intervalNanos = intervalNanos;
  }

  /**
   * The timer that was found: only its identity may be used, it is no longer locked.
   *
   * @return the timer, or null before the first lookup
   */
  public @Nullable KTimer timer() {
    return timer;
  }

  /**
   * The clock.
   *
   * @return the clock, or null if the timer was not initialised
   */
  public @Nullable ClockId clock() {
    return clock;
  }

  /**
   * The value that the timer's signal carries.
   *
   * @return the value given at creation
   */
  public long sigevValue() {
    return sigevValue;
  }

  /**
   * The overrun count.
   *
   * @return -1 for a timer that never expired
   */
  public int overrun() {
    return overrun;
  }

  /**
   * Time to expiry.
   *
   * @return nanoseconds, 0 if disarmed
   */
  public long expiresNanos() {
    return expiresNanos;
  }

  /**
   * The period.
   *
   * @return nanoseconds, 0 for a single expiry
   */
  public long intervalNanos() {
    return intervalNanos;
  }
}
