package org.ptstress.run.cost;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ptstress.run.cost.CountedClaims.Answer;

/**
 * The exponent e with which the loads of a find grow with the number of timers: timers^e. For a
 * chain e is close to 1, for a growing hash table 0. For a tree, whose loads grow logarithmically,
 * it stays below 0.2 between 250 and 4,000 timers.
 */
final class FlatLookup {
  private static final double STEEP = 0.3;

  /** Tables of 16 buckets, which fill up early. */
  private static final List<Population> SMALL =
      List.of(Population.SMALL_250, Population.SMALL_1000, Population.SMALL_4000);

  /** Larger populations, for a table that has more chains than requested and fills up later. */
  private static final List<Population> LARGE =
      List.of(Population.KERNEL_512, Population.KERNEL_65536);

  private FlatLookup() {}

  static Answer answer(DesignCosts costs) {
    Accesses accesses = costs.accesses();
    double small = exponent(accesses, SMALL);
    double large = exponent(accesses, LARGE);
    long draws =
        accesses.counts().stream()
            .filter(row -> row.operation() == Operation.FIND)
            .mapToLong(CountRow::draws)
            .sum();
    boolean isLargeMissing = Double.isNaN(large);
    if (Double.isNaN(small) || (isLargeMissing && costs.extent() == DesignCosts.Extent.WHOLE)) {
      long counted =
          Stream.of(SMALL, LARGE)
              .flatMap(List::stream)
              .filter(each -> accesses.count(Operation.FIND, each).isPresent())
              .count();
      return Answer.none(
          "finds",
          "finds were counted at "
              + counted
              + " of "
              + (SMALL.size() + LARGE.size())
              + " table sizes");
    }
    String detail =
        String.format(Locale.ROOT, "loads of a find ~ timers^%.3f in 16 buckets, ", small)
            + (isLargeMissing
                ? "not counted in 512"
                : String.format(Locale.ROOT, "timers^%.3f in 512", large));
    return new Answer("finds, growth", "", small > STEEP || large > STEEP, draws, detail);
  }

  /** The slope of the regression line in log-log scale; NaN if a population is missing. */
  static double exponent(Accesses accesses, List<Population> populations) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (Population population : populations) {
      double timers = Math.log(population.timers());
      double loads =
          accesses
              .count(Operation.FIND, population)
              .filter(row -> row.draws() > 0)
              .map(row -> Math.log(row.loads()))
              .orElse(Double.NaN);
      x += timers;
      y += loads;
      xx += timers * timers;
      xy += timers * loads;
    }
    int n = populations.size();
    return (n * xy - x * y) / (n * xx - x * x);
  }
}
