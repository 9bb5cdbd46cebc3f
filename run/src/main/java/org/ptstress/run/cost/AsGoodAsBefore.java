package org.ptstress.run.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ptstress.model.Designs;
import org.ptstress.run.cost.CountedClaims.Answer;

/**
 * Decides whether finds cost no more than the yardstick's: at every population at most 1.25 times
 * its loads and 1.25 times its objects and array elements for each timer, no allocation that the
 * yardstick does not make, and no store to what another find accesses.
 */
final class AsGoodAsBefore {
  private static final double FACTOR = 1.25;
  private static final int SHOWN = 3;
  private static final String SUBJECT = "finds beside " + Designs.YARDSTICK + "'s";

  private AsGoodAsBefore() {}

  static Answer answer(DesignCosts costs, DesignCosts yardstick) {
    List<String> worse = new ArrayList<>();
    List<String> lacks = new ArrayList<>();
    long draws = 0;
    double most = 0;
    for (Population population : Population.values()) {
      Optional<CountRow> before = yardstick.accesses().count(Operation.FIND, population);
      Optional<CountRow> now = costs.accesses().count(Operation.FIND, population);
      boolean isMeasureOfGrowth = population.rounds() > 0;
      if (isMeasureOfGrowth || (population.isOptional() && now.isEmpty())) {
        continue;
      }
      if (before.isPresent() && (now.isEmpty() || now.get().draws() == 0)) {
        lacks.add("finds among " + population.text());
        continue;
      }
      if (before.isPresent() && now.isPresent()) {
        draws += now.get().draws();
        most = Math.max(most, now.get().loads() / before.get().loads());
        compare(worse, "loads", population, now.get().loads(), before.get().loads(), FACTOR);
        compare(
            worse,
            "allocations",
            population,
            now.get().mean(now.get().call().allocations()),
            before.get().mean(before.get().call().allocations()),
            1);
      }
      Optional<WorkingSet> setBefore = yardstick.accesses().workingSet(population);
      Optional<WorkingSet> setNow = costs.accesses().workingSet(population);
      if (setBefore.isPresent() && setNow.isEmpty()) {
        lacks.add("finds of all timers among " + population.text());
      }
      if (setBefore.isPresent() && setNow.isPresent()) {
        compare(
            worse,
            "objects and elements for each timer",
            population,
            setNow.get().placesEach(),
            setBefore.get().placesEach(),
            FACTOR);
      }
    }
    Answer shared = Scaling.find(costs);
    if (!shared.problem().isEmpty()) {
      lacks.add("finds beside finds");
    }
    String lacking = lacks.isEmpty() ? "" : inShort(lacks) + " were not counted";
    if (!lacks.isEmpty() && costs.extent() == DesignCosts.Extent.WHOLE) {
      return Answer.none(SUBJECT, lacking);
    }
    if (shared.broken()) {
      // The most serious reason goes first.
      worse.add(0, shared.detail());
    }
    return new Answer(
        SUBJECT,
        "",
        !worse.isEmpty(),
        draws == 0 ? shared.samples() : draws,
        worse.isEmpty()
            ? (draws == 0
                    ? "finds are conflict-free"
                    : String.format(
                        Locale.ROOT, "at most %.2f times the loads of %s", most, Designs.YARDSTICK))
                + (lacks.isEmpty() ? "" : "; " + lacking)
            : inShort(worse));
  }

  private static String inShort(List<String> all) {
    int more = all.size() - SHOWN;
    return String.join("; ", all.subList(0, Math.min(SHOWN, all.size())))
        + (more > 0 ? "; and " + more + " more" : "");
  }

  private static void compare(
      List<String> worse,
      String what,
      Population population,
      double now,
      double before,
      double factor) {
    if (now > factor * before) {
      worse.add(
          String.format(
              Locale.ROOT,
              "%s among %s: %.2f, %s %.2f",
              what,
              population.text(),
              now,
              Designs.YARDSTICK,
              before));
    }
  }
}
