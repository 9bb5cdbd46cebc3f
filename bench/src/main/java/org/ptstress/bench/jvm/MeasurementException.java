package org.ptstress.bench.jvm;

/**
 * A measurement that could not be made or is incomplete. The message names what failed and the log
 * to read.
 */
public sealed class MeasurementException extends RuntimeException
    permits FailedOperationsException {
  private static final long serialVersionUID = 1L;

  /**
   * A measurement that failed.
   *
   * @param message what failed, and the log to read
   */
  public MeasurementException(String message) {
    super(message);
  }

  public MeasurementException(String message, Throwable cause) {
    super(message, cause);
  }
}
