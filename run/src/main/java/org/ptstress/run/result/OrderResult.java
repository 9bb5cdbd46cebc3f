package org.ptstress.run.result;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place in the code that orders memory, weakened by one step: a row of {@code orders.json}.
 *
 * @param design the design's name
 * @param place class, method and line, such as {@code HashLink.publishNext:62}; "" if the places of
 *     the design are not known
 * @param access the method that makes the access or is the fence, or the name of a volatile field
 * @param location the field, with {@code []} behind it if elements are accessed; "" of a fence
 * @param strength how the code orders it: a mode in lower case, or the kind of the fence
 * @param weakened what is left of that
 * @param need what came of it
 * @param reason why it was not searched, or ""
 * @param scenarios how many scenarios pass the place, and were explored
 * @param exhausted the largest bound of which every execution of each was explored, or null
 * @param executions how many executions ran, walks included
 * @param walks how many of them were random walks
 * @param seconds how long it took
 * @param scenario the scenario of the witness, or ""
 * @param witness a broken claim that the design keeps with all orders as they are, or null
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
  /** Checks that nothing is missing, and that nothing is needed without a witness. */
  public OrderResult {
    requireNonNull(design, "design");
    requireNonNull(place, "place");
    requireNonNull(access, "access");
    requireNonNull(location, "location");
    requireNonNull(strength, "strength");
    requireNonNull(weakened, "weakened");
    requireNonNull(need, "need");
    requireNonNull(reason, "reason");
    requireNonNull(scenario, "scenario");
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

  /** Knowledge of an order. */
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
   * The explored executions, in words.
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
