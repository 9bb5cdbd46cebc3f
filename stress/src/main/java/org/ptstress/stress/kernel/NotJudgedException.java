package org.ptstress.stress.kernel;

/** Signals an impossible comparison; the message is the reason, without a full stop. */
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
