package org.ptstress.run.cost;

/** An operation on a table. */
public enum Operation {
  /** A successful lookup that does not lock the timer. */
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
  /** Process exit. */
  EXIT("exit");

  private final String text;

  Operation(String text) {
    this.text = text;
  }

  /**
   * The display name.
   *
   * @return one or two words
   */
  public String text() {
    return text;
  }

  /**
   * Whether it inserts or removes a timer, at an id that the table chooses.
   *
   * @return true for creates and deletes
   */
  public boolean isChange() {
    return this == CREATE || this == DELETE;
  }

  /**
   * Whether it operates on an existing timer.
   *
   * @return false for creates, misses and process exit
   */
  public boolean needsTimer() {
    return this == FIND || this == GETTIME || this == SETTIME || this == DELETE;
  }
}
