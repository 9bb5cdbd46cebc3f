package org.ptstress.run.cost;

/** The cause of a conflict of two operations. */
public enum Blame {
  /** The calls do not commute, so they must share something. */
  INTERFACE("interface"),
  /** They commute; what they share is the table's. */
  DESIGN("design"),
  /** They commute, and share something of the table, but only until a compare-and-set fails. */
  STRIPES("stripes"),
  /** They commute; what they share is not the table's, but around it. */
  CALLS("calls");

  private final String text;

  Blame(String text) {
    this.text = text;
  }

  /**
   * The word for it.
   *
   * @return a word
   */
  public String text() {
    return text;
  }
}
