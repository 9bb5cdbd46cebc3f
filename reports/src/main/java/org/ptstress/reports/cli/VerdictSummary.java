package org.ptstress.reports.cli;

import java.util.List;
import java.util.Locale;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.MissingTools;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;

/**
 * The verdicts of a run, counted.
 *
 * @param confirmed promises that the evidence agrees with
 * @param contradicted promises that it is against
 * @param notRun promises without evidence
 * @param excused those of them whose only reason is the number of CPUs
 * @param without kinds of evidence that are missing altogether, a clause each
 */
record VerdictSummary(
    long confirmed, long contradicted, long notRun, long excused, List<String> without) {
  static VerdictSummary of(List<VerdictRow> rows) {
    return new VerdictSummary(
        count(rows, Verdict.CONFIRMED),
        count(rows, Verdict.CONTRADICTED),
        count(rows, Verdict.NOT_RUN),
        rows.stream().filter(VerdictSummary::onlyForCpus).count(),
        MissingTools.of(rows));
  }

  private static long count(List<VerdictRow> rows, Verdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  /** Whether a promise was not judged for no other reason than the number of CPUs. */
  static boolean onlyForCpus(VerdictRow row) {
    return row.verdict() == Verdict.NOT_RUN
        && !row.evidence().isEmpty()
        && row.evidence().stream().allMatch(Evidence::tooFewCpus);
  }

  /** The exit status of a run with these verdicts. */
  int exitStatus() {
    if (contradicted > 0) {
      return ExitStatus.CONTRADICTED;
    }
    return notRun > excused || confirmed == 0 ? ExitStatus.INCOMPLETE : ExitStatus.PASSED;
  }

  /** One line for a person. */
  String line() {
    String verdict =
        switch (exitStatus()) {
          case ExitStatus.PASSED -> "Passed";
          case ExitStatus.CONTRADICTED -> "CONTRADICTED";
          default -> "Incomplete";
        };
    String link = exitStatus() == ExitStatus.PASSED ? ", but " : ", and ";
    return String.format(
        Locale.ROOT,
        "%s%s: %d promises confirmed, %d contradicted, %d not run.",
        verdict,
        without.isEmpty() ? "" : link + String.join(", ", without),
        confirmed,
        contradicted,
        notRun);
  }
}
