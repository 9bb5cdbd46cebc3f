package org.ptstress.bench.jvm;

/** A measurement in which operations failed that must not. */
public final class FailedOperationsException extends MeasurementException {
  private static final long serialVersionUID = 1L;

  /**
   * A measurement with failed operations.
   *
   * @param message what failed, and the log to read
   */
  public FailedOperationsException(String message) {
    super(message);
  }
}
