package org.ptstress.model.spec;

/** The result of a call, as far as scenarios tell results apart. */
public enum CallResult {
  /** The call succeeded. */
  OK("ok"),
  /** A lookup found the timer that it was meant to find. */
  FOUND("found"),
  /** -EAGAIN. */
  EAGAIN("EAGAIN"),
  /** -EBUSY. */
  EBUSY("EBUSY"),
  /** -EINVAL: no such timer. */
  EINVAL("EINVAL"),
  /** The process was killed before the call. */
  KILLED("killed"),
  /** The call was not made, because its timer does not exist. */
  SKIPPED("-"),
  /** A create returned a negative number that is no error of that call. Never legal. */
  NEGATIVE("negative"),
  /** A create returned an id outside the valid range. Never legal. */
  OUT_OF_RANGE("out-of-range"),
  /** A restore could not get the id of its checkpoint. Never legal. */
  NOT_RESTORED("not-restored"),
  /** A lookup found a timer of another process. Never legal. */
  FOREIGN("foreign"),
  /**
   * A lookup found another timer of its process. Where that has rightly got the id, the timer that
   * was looked for is gone, as by {@link #EINVAL}; else never legal.
   */
  ANOTHER("another"),
  /** A lookup found what it must not find: a freed timer or a half-built one. Never legal. */
  STALE("stale"),
  /** The call threw. Never legal. */
  THREW("threw"),
  /** The call would never have returned: checked mode proved it. Never legal. */
  ENDLESS("endless");

  private final String text;

  CallResult(String text) {
    this.text = text;
  }

  /**
   * Whether the call came to an end of its own.
   *
   * @return false if its process can make no further call
   */
  boolean ended() {
    return this != THREW && this != ENDLESS;
  }

  /**
   * The spelling of the result in outcomes.
   *
   * @return a word
   */
  public String text() {
    return text;
  }
}
