package org.ptstress.run.result;

import org.ptstress.run.cost.DesignCosts;

/** Whether a check produced samples. */
public enum RunStatus {
  /** It ran; its result comes from samples. */
  RUN,
  /** It ended early. A witness counts; the absence of one says nothing. */
  CUT_SHORT,
  /** It has no result; its reason says why. */
  NOT_RUN;

  /**
   * The status of counts.
   *
   * @param extent how much was counted
   * @return {@link #CUT_SHORT} for a part
   */
  public static RunStatus of(DesignCosts.Extent extent) {
    return switch (extent) {
      case WHOLE -> RUN;
      case PART -> CUT_SHORT;
      case NOTHING -> NOT_RUN;
    };
  }
}
