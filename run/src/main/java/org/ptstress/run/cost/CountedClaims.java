package org.ptstress.run.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;

/** The claims that counts and conflicts decide: exactly, so that equal code gets equal answers. */
public final class CountedClaims {
  /** In the order of the claims. */
  private static final Map<Claim, Rule> RULES =
      Map.of(
          Claim.BOUNDED_SEARCH, (costs, yardstick) -> BoundedSearch.answer(costs.accesses()),
          Claim.FLAT_LOOKUP, (costs, yardstick) -> FlatLookup.answer(costs.accesses()),
          Claim.AS_GOOD_AS_BEFORE, AsGoodAsBefore::answer,
          Claim.SCALABLE_FIND, (costs, yardstick) -> Scaling.find(costs.conflicts()),
          Claim.SCALABLE_CREATE, (costs, yardstick) -> Scaling.create(costs.conflicts()),
          Claim.FIND_BESIDE_CHANGE,
              (costs, yardstick) -> Scaling.findBesideChange(costs.conflicts()));

  private CountedClaims() {}

  /**
   * What counts say of a claim.
   *
   * @param subject what was counted
   * @param problem why nothing was, a sentence, or ""
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
   * Decides a claim.
   *
   * @param claim one that {@link #decides}
   * @param design the design's name
   * @param all what was recorded, of {@link Designs#YARDSTICK}, too
   * @return the answer, with a problem if anything that it needs was not recorded
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
      String problem = problem(find(all, name));
      if (!problem.isEmpty()) {
        return Answer.none("counts", name.equals(design) ? problem : "of " + name + ", " + problem);
      }
    }
    return rule.answer(get(all, design), get(all, needed.get(needed.size() - 1)));
  }

  private static String problem(@Nullable DesignCosts costs) {
    return costs == null ? "nothing was recorded" : costs.problem();
  }

  private static DesignCosts get(List<DesignCosts> all, String design) {
    DesignCosts costs = find(all, design);
    if (costs == null) {
      throw new IllegalStateException("The costs of " + design + " have gone.");
    }
    return costs;
  }

  private static @Nullable DesignCosts find(List<DesignCosts> all, String design) {
    return all.stream().filter(costs -> costs.design().equals(design)).findFirst().orElse(null);
  }
}
