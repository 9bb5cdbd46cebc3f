package org.ptstress.run.cost;

import java.util.Locale;

/** The relation of two operations. */
public enum Relation {
  /** Both operate on one timer. */
  SAME_TIMER,
  /** Both belong to one process and operate on different timers. */
  SAME_PROCESS,
  /** They belong to different processes. */
  OTHER_PROCESS;

  /**
   * The display name.
   *
   * @return two words
   */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
