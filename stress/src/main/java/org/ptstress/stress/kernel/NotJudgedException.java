package org.ptstress.stress.kernel;

/** This machine cannot judge, or not by this; the message says why, without a full stop. */
final class NotJudgedException extends Exception {
  private static final long serialVersionUID = 1;

  NotJudgedException(String reason) {
    super(reason);
  }

  /** The reason. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
