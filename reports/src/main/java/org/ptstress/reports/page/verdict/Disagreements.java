package org.ptstress.reports.page.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.reports.page.element.Format;
import org.ptstress.run.measurement.JmhRow;

/**
 * Designs whose measured finds say something else than their counts. Counts decide; what disagrees
 * with them beyond doubt is a finding about the model of cost. Beyond doubt is: in every fork, and
 * no fork lost its CPUs.
 */
final class Disagreements {
  private static final String FIND = "FindBenchmark.find";

  /** A ratio that no count explains. */
  private static final double MUCH_SLOWER = 0.6;

  private final List<JmhRow> finds;

  /**
   * Prepares.
   *
   * @param measured all rows of a run
   * @param cpus the number of CPUs of its machine; with more threads the kernel decides
   */
  Disagreements(List<JmhRow> measured, int cpus) {
    this.finds =
        measured.stream()
            .filter(row -> row.benchmark().equals(FIND) && row.threads() <= cpus)
            .filter(row -> !row.isStolen() && row.speeds().size() > 1)
            .toList();
  }

  /** A sentence for each design; none if nothing disagrees, or too little was measured. */
  List<String> with(MatrixView matrix) {
    return matrix
        .cells()
        .filter(cell -> cell.claim() == Claim.AS_GOOD_AS_BEFORE)
        .flatMap(cell -> sentence(cell).stream())
        .toList();
  }

  private Optional<String> sentence(CellView cell) {
    List<Ratio> ratios =
        finds.stream()
            .filter(row -> row.design().equals(cell.design()))
            .flatMap(row -> ratio(row).stream())
            .toList();
    return switch (cell.state()) {
      case HOLDS ->
          ratios.stream()
              .filter(ratio -> ratio.most() < MUCH_SLOWER)
              .findFirst()
              .map(
                  ratio ->
                      text(cell, "at most " + Format.ratio(ratio.most()) + " at " + ratio.where()));
      case BUG_SHOWN ->
          Stream.of(ratios)
              .filter(all -> !all.isEmpty() && all.stream().allMatch(each -> each.least() > 1))
              .findFirst()
              .map(all -> text(cell, "more, at every population and number of threads,"));
      default -> Optional.empty();
    };
  }

  private static String text(CellView cell, String measured) {
    return String.format(
        Locale.ROOT,
        "The measurement disagrees: %s makes %s of %s's finds in every fork."
            + " That is a finding about the cost model.",
        cell.design(),
        measured,
        Designs.YARDSTICK);
  }

  private record Ratio(String where, double least, double most) {}

  private Optional<Ratio> ratio(JmhRow row) {
    return finds.stream()
        .filter(other -> other.row().equals(row.row().withDesign(Designs.YARDSTICK)))
        .findFirst()
        .map(
            other ->
                new Ratio(
                    Format.count(row.row().timers(), "timer")
                        + " and "
                        + Format.count(row.threads(), "thread"),
                    Collections.min(row.speeds()) / Collections.max(other.speeds()),
                    Collections.max(row.speeds()) / Collections.min(other.speeds())));
  }
}
