package org.ptstress.reports.phase;

/** Something that the user can mend; the message is a sentence that says what and how. */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserException(String message) {
    super(message);
  }

  public UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
