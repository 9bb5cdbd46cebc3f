package org.ptstress.run.result;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A memory order in the code, weakened by one step: a row of {@code orders.json}.
 *
 * @param design the design's name
 * @param place class, method and line, such as {@code HashLink.publishNext:62}; "" if the places of
 *     the design are not known
 * @param access the method of the access or fence, or the name of a volatile field
 * @param location the field, followed by {@code []} for elements; "" for a fence
 * @param strength the order in the code: a mode in lower case, or the kind of fence
 * @param weakened the weakened order
 * @param need whether the order was shown to be needed
 * @param reason why it was not searched, or ""
 * @param scenarios the number of explored scenarios that execute the access
 * @param exhausted the largest bound within which every execution of each was explored, or null
 * @param executions how many executions ran, walks included
 * @param walks how many of them were random walks
 * @param seconds how long it took
 * @param scenario the scenario of the witness, or ""
 * @param witness a broken claim that the design keeps with unweakened orders, or null
 */
public record OrderResult(
    String design,
    String place,
    String access,
    String location,
    String strength,
    String weakened,
    Need need,
    String reason,
    int scenarios,
    @Nullable Bound exhausted,
    long executions,
    long walks,
    double seconds,
    String scenario,
    @Nullable ExploredWitness witness) {
  /** Rejects a needed order without a witness. */
  public OrderResult {
    if ((need == Need.NEEDED) != (witness != null)) {
      throw new IllegalArgumentException(
          "The order of "
              + place
              + " is "
              + need
              + (witness == null ? " without" : " with")
              + " a witness; what is NEEDED has one, and nothing else.");
    }
  }

  /** Whether an order is needed. */
  public enum Need {
    /** Without it a claim breaks. */
    NEEDED,
    /** Nothing was found that breaks without it. */
    NOT_SHOWN,
    /** It was not searched. */
    NOT_RUN
  }

  /**
   * A copy whose witness has no trace.
   *
   * @return the changed copy
   */
  public OrderResult withoutTrace() {
    return new OrderResult(
        design,
        place,
        access,
        location,
        strength,
        weakened,
        need,
        reason,
        scenarios,
        exhausted,
        executions,
        walks,
        seconds,
        scenario,
        witness == null ? null : witness.withoutTrace());
  }

  /**
   * The extent of the exploration in words.
   *
   * @return such as "1,200 executions of 14 scenarios, all within 1 preemption and 1 stale read"
   */
  public String extent() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d executions of %d scenario%s",
            executions,
            scenarios,
            scenarios == 1 ? "" : "s"));
    if (exhausted != null) {
      text.append(", all within ").append(exhausted.text());
    }
    if (walks > 0) {
      text.append(String.format(Locale.ROOT, ", %,d of them random walks", walks));
    }
    return text.toString();
  }
}
