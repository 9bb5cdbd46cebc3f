package org.ptstress.run.cost;

/** The relation of two operations. */
public enum Relation {
  /** Both operate on one timer. */
  SAME_TIMER("same timer"),
  /** Both belong to one process and operate on different timers. */
  SAME_PROCESS("same process"),
  /** They belong to different processes. */
  OTHER_PROCESS("other process");

  private final String text;

  Relation(String text) {
    this.text = text;
  }

  /**
   * The display name.
   *
   * @return two words
   */
  public String text() {
    return text;
  }
}
