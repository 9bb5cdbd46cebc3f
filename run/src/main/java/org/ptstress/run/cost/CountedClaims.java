package org.ptstress.run.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;

/** The claims that counts and conflicts decide, exactly: equal code gets equal answers. */
public final class CountedClaims {
  /** In the order of the claims. */
  private static final Map<Claim, Rule> RULES =
      Map.of(
          Claim.BOUNDED_SEARCH, (costs, yardstick) -> BoundedSearch.answer(costs.accesses()),
          Claim.FLAT_LOOKUP, (costs, yardstick) -> FlatLookup.answer(costs),
          Claim.AS_GOOD_AS_BEFORE, AsGoodAsBefore::answer,
          Claim.SCALABLE_FIND, (costs, yardstick) -> Scaling.find(costs),
          Claim.SCALABLE_CREATE, (costs, yardstick) -> Scaling.create(costs.conflicts()),
          Claim.FIND_BESIDE_CHANGE,
              (costs, yardstick) -> Scaling.findBesideChange(costs.conflicts()));

  private CountedClaims() {}

  /**
   * The verdict of the counts on a claim.
   *
   * @param subject what was counted
   * @param problem why nothing was, or, with samples, why not everything was; a sentence, or ""
   * @param broken whether the claim is broken
   * @param samples how many operations or pairs of them were recorded
   * @param detail the figures, a sentence without its full stop; where the claim is broken, the
   *     location or operation at fault
   */
  public record Answer(
      String subject, String problem, boolean broken, long samples, String detail) {
    static Answer none(String subject, String problem) {
      return new Answer(subject, problem, false, 0, "");
    }

    /**
     * The extent of the counts behind the answer.
     *
     * @return partial counts can break the claim, but not keep it
     */
    public DesignCosts.Extent extent() {
      if (problem.isEmpty()) {
        return DesignCosts.Extent.WHOLE;
      }
      return samples > 0 ? DesignCosts.Extent.PART : DesignCosts.Extent.NOTHING;
    }

    private Answer because(String why) {
      return new Answer(subject, why, broken, samples, detail);
    }
  }

  /** Decides a claim. */
  @FunctionalInterface
  private interface Rule {
    Answer answer(DesignCosts costs, DesignCosts yardstick);
  }

  /**
   * Whether counts decide a claim.
   *
   * @param claim the claim
   * @return whether {@link #about} has an answer
   */
  public static boolean decides(Claim claim) {
    return RULES.containsKey(claim);
  }

  /**
   * Decides a claim. Costs that were cut short can only break it, by the rows that exist, but for
   * BOUNDED_SEARCH, which needs no row that comes later.
   *
   * @param claim one that {@link #decides}
   * @param design the design's name
   * @param all what was recorded, of {@link Designs#YARDSTICK}, too
   * @return the answer, with a problem if anything that it needs was not recorded; without samples
   *     if nothing that it rests on was
   */
  public static Answer about(Claim claim, String design, List<DesignCosts> all) {
    Rule rule = RULES.get(claim);
    if (rule == null) {
      throw new IllegalArgumentException("Counts do not decide " + claim + ".");
    }
    List<String> needed = new ArrayList<>(List.of(design));
    if (claim == Claim.AS_GOOD_AS_BEFORE) {
      needed.add(Designs.YARDSTICK);
    }
    for (String name : needed) {
      DesignCosts costs = find(all, name);
      String problem = problem(costs);
      if (!problem.isEmpty() && !mayLack(costs, name.equals(design))) {
        return Answer.none("counts", name.equals(design) ? problem : "of " + name + ", " + problem);
      }
    }
    DesignCosts costs = get(all, design);
    Answer answer = rule.answer(costs, get(all, needed.get(needed.size() - 1)));
    // The steps of a search are counted as a whole, before all other rows.
    boolean needsNoMore = claim == Claim.BOUNDED_SEARCH && answer.samples() > 0;
    if (needsNoMore || costs.extent() == DesignCosts.Extent.WHOLE) {
      return answer;
    }
    // Without samples, the missing rows tell how far the counts came.
    return answer.because(
        answer.samples() > 0 || answer.problem().isEmpty()
            ? costs.problem()
            : costs.problem() + ": " + answer.problem());
  }

  private static String problem(@Nullable DesignCosts costs) {
    return costs == null ? "nothing was recorded" : costs.problem();
  }

  /** The yardstick must be complete: other designs are compared with it. */
  private static boolean mayLack(@Nullable DesignCosts costs, boolean underTest) {
    return underTest && costs != null && costs.extent() == DesignCosts.Extent.PART;
  }

  private static DesignCosts get(List<DesignCosts> all, String design) {
    DesignCosts costs = find(all, design);
    if (costs == null) {
      throw new IllegalStateException("The costs of " + design + " are missing.");
    }
    return costs;
  }

  private static @Nullable DesignCosts find(List<DesignCosts> all, String design) {
    return all.stream().filter(costs -> costs.design().equals(design)).findFirst().orElse(null);
  }
}
