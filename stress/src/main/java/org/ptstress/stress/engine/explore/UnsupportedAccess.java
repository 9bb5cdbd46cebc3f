package org.ptstress.stress.engine.explore;

/** An access that the explorer cannot see into. An execution with one decides nothing. */
public final class UnsupportedAccess extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final String reason;

  UnsupportedAccess(String reason) {
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
