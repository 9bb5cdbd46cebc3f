package org.ptstress.run.cost;

/** The relation of two operations. */
public enum Relation {
  /** They are made to one timer. */
  SAME_TIMER("same timer"),
  /** They are made by one process, to different timers. */
  SAME_PROCESS("same process"),
  /** They are made by different processes. */
  OTHER_PROCESS("other process");

  private final String text;

  Relation(String text) {
    this.text = text;
  }

  /**
   * The words for it.
   *
   * @return two words
   */
  public String text() {
    return text;
  }
}
