package org.ptstress.stress.engine.hook;

/** An access that the engine cannot see into. An execution with one says nothing of a design. */
public final class UnsupportedAccess extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * An access.
   *
   * @param reason which it is, and where: a sentence without its full stop
   */
  public UnsupportedAccess(String reason) {
    super(reason);
    this.reason = reason;
  }

  /**
   * Which access it is, and where.
   *
   * @return a sentence without its full stop
   */
  public String reason() {
    return reason;
  }
}
