package org.ptstress.run.cost;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.ptstress.run.cost.CountedClaims.Answer;

/**
 * The exponent e with which the loads of a find grow with the number of timers: timers^e. For a
 * chain e is close to 1, for a growing hash table 0. For a tree, whose loads grow logarithmically,
 * it stays below 0.2 between 250 and 4,000 timers. Likewise the exponent with which the loads of a
 * find among few timers grow with the rounds of creates and deletes before. Misses are no part of
 * it: with open addressing they walk over marks of deleted timers, up to a fixed share of the
 * table.
 */
final class FlatLookup {
  private static final double STEEP = 0.3;

  /** Tables of 16 buckets, which fill up early. */
  private static final List<Population> SMALL =
      List.of(Population.SMALL_250, Population.SMALL_1000, Population.SMALL_4000);

  /** Larger populations, for a table that has more chains than requested and fills up later. */
  private static final List<Population> LARGE =
      List.of(Population.KERNEL_512, Population.KERNEL_65536);

  /** Populations of equal size, for a table that keeps traces of timers that are gone. */
  private static final List<Population> AGED = List.of(Population.AGED_1000, Population.AGED_16000);

  private FlatLookup() {}

  static Answer answer(DesignCosts costs) {
    Accesses accesses = costs.accesses();
    double small = exponent(accesses, SMALL, Population::timers);
    double large = exponent(accesses, LARGE, Population::timers);
    double aged = exponent(accesses, AGED, Population::rounds);
    long draws =
        accesses.counts().stream()
            .filter(row -> row.operation() == Operation.FIND)
            .mapToLong(CountRow::draws)
            .sum();
    boolean isPart = Double.isNaN(large) || Double.isNaN(aged);
    if (Double.isNaN(small) || (isPart && costs.extent() == DesignCosts.Extent.WHOLE)) {
      List<Population> needed = Stream.of(SMALL, LARGE, AGED).flatMap(List::stream).toList();
      long counted =
          needed.stream().filter(each -> accesses.count(Operation.FIND, each).isPresent()).count();
      return Answer.none(
          "finds", "finds were counted at " + counted + " of " + needed.size() + " populations");
    }
    String detail =
        String.format(Locale.ROOT, "loads of a find ~ timers^%.3f in 16 buckets", small)
            + part(", timers^%.3f in 512", large, ", not counted in 512")
            + part(
                ", rounds^%.3f after creates and deletes",
                aged, ", not counted after creates and deletes");
    return new Answer(
        "finds, growth", "", small > STEEP || large > STEEP || aged > STEEP, draws, detail);
  }

  private static String part(String format, double exponent, String missing) {
    return Double.isNaN(exponent) ? missing : String.format(Locale.ROOT, format, exponent);
  }

  /** The slope of the regression line in log-log scale; NaN if a population is missing. */
  static double exponent(
      Accesses accesses, List<Population> populations, ToIntFunction<Population> size) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (Population population : populations) {
      double sizes = Math.log(size.applyAsInt(population));
      double loads =
          accesses
              .count(Operation.FIND, population)
              .filter(row -> row.draws() > 0)
              .map(row -> Math.log(row.loads()))
              .orElse(Double.NaN);
      x += sizes;
      y += loads;
      xx += sizes * sizes;
      xy += sizes * loads;
    }
    int n = populations.size();
    return (n * xy - x * y) / (n * xx - x * x);
  }
}
