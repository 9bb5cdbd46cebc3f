package org.ptstress.run.cost;

import java.util.Locale;

/** The cause of a conflict of two operations. */
public enum Blame {
  /** The calls do not commute, so they must share state. */
  INTERFACE,
  /** The calls commute; the shared location belongs to the table. */
  DESIGN,
  /** The calls commute, and share the table's location only until a compare-and-set fails. */
  STRIPES,
  /** The calls commute; the shared location belongs to the code around the table. */
  CALLS;

  /**
   * The display name.
   *
   * @return a word
   */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
