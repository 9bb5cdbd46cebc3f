package org.ptstress.run.cost;

/** An operation on a table. */
public enum Operation {
  /** A lookup that finds, without a lock on what it finds. */
  FIND("find"),
  /** A lookup of an id that the process does not have. */
  MISS("miss"),
  /** timer_gettime. */
  GETTIME("gettime"),
  /** timer_settime. */
  SETTIME("settime"),
  /** timer_create. */
  CREATE("create"),
  /** timer_delete. */
  DELETE("delete"),
  /** timer_create at a given id. */
  CREATE_AT("exact create"),
  /** The end of a process. */
  EXIT("exit");

  private final String text;

  Operation(String text) {
    this.text = text;
  }

  /**
   * The words for it.
   *
   * @return one or two words
   */
  public String text() {
    return text;
  }

  /**
   * Whether it adds a timer or takes one out, at an id that the table chooses.
   *
   * @return true for creates and deletes
   */
  public boolean isChange() {
    return this == CREATE || this == DELETE;
  }

  /**
   * Whether it is made to a timer that exists.
   *
   * @return false for creates, misses and the end of a process
   */
  public boolean needsTimer() {
    return this == FIND || this == GETTIME || this == SETTIME || this == DELETE;
  }
}
