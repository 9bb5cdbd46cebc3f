package org.ptstress.run.cost;

/** The cause of a conflict of two operations. */
public enum Blame {
  /** The calls do not commute, so they must share state. */
  INTERFACE("interface"),
  /** The calls commute; the shared location belongs to the table. */
  DESIGN("design"),
  /** The calls commute, and share the table's location only until a compare-and-set fails. */
  STRIPES("stripes"),
  /** The calls commute; the shared location belongs to the code around the table. */
  CALLS("calls");

  private final String text;

  Blame(String text) {
    this.text = text;
  }

  /**
   * The display name.
   *
   * @return a word
   */
  public String text() {
    return text;
  }
}
