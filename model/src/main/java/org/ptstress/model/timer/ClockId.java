package org.ptstress.model.timer;

/** The clocks that a timer can name. */
public enum ClockId {
  /** CLOCK_REALTIME. */
  REALTIME(true),
  /** CLOCK_MONOTONIC. */
  MONOTONIC(true),
  /** CLOCK_BOOTTIME. */
  BOOTTIME(true),
  /** CLOCK_MONOTONIC_RAW, which has no timers: -EOPNOTSUPP. */
  MONOTONIC_RAW(false);

  private final boolean hasTimers;

  ClockId(boolean hasTimers) {
    this.hasTimers = hasTimers;
  }

  /**
   * Whether timers can be created on this clock.
   *
   * @return false if timer_create fails with -EOPNOTSUPP
   */
  public boolean hasTimers() {
    return hasTimers;
  }
}
