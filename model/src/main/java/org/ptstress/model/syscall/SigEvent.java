package org.ptstress.model.syscall;

/**
 * The notification of a timer (struct sigevent).
 *
 * @param value what the signal carries
 * @param valid false for a signal or notify method that does not exist: timer_create fails with
 *     -EINVAL, after the id was taken
 */
public record SigEvent(long value, boolean valid) {
  /**
   * A valid notification.
   *
   * @param value what the signal carries
   * @return the notification
   */
  public static SigEvent of(long value) {
    return new SigEvent(value, true);
  }

  /**
   * A notification with a bad signal number.
   *
   * @return the notification
   */
  public static SigEvent bad() {
    return new SigEvent(0, false);
  }
}
