package org.ptstress.reports.ruler;

import java.io.IOException;

/** A way to decide whether code got slower. */
interface Rule {
  /** What reports call it. */
  String label();

  /**
   * Decides.
   *
   * @param window the forks
   * @throws IOException never, the forks have run
   * @throws InterruptedException never, for the same reason
   */
  Decision decide(Window window) throws IOException, InterruptedException;

  /**
   * What a rule says about a window.
   *
   * @param flagged whether it says that the candidate is slower
   * @param inconclusive whether it says that it cannot tell
   * @param pairs how many pairs it looked at
   */
  record Decision(boolean flagged, boolean inconclusive, int pairs) {}
}
