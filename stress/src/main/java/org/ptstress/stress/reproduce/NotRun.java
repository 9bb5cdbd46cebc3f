package org.ptstress.stress.reproduce;

import java.util.List;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.RunStatus;

/** The reasons why a counterexample may have been missed. */
final class NotRun {
  private NotRun() {}

  /**
   * Cites the first row that did not run.
   *
   * @param claim what the rows must decide
   * @param checks the requested checks
   * @param explorations the requested explorations
   * @return a sentence with its reason and the number of others, or "" if all ran
   */
  static String of(Claim claim, List<CheckResult> checks, List<ExplorationResult> explorations) {
    List<String> rows =
        Stream.concat(
                checks.stream()
                    .filter(row -> row.claim() == claim && row.status() == RunStatus.NOT_RUN)
                    .map(row -> row.check() + " did not run: " + row.reason()),
                explorations.stream()
                    .filter(
                        row ->
                            row.claims().contains(claim)
                                && row.status() == RunStatus.NOT_RUN
                                && row.broken().isEmpty())
                    .map(row -> row.scenario() + " did not run: " + row.reason()))
            .toList();
    if (rows.isEmpty()) {
      return "";
    }
    String first = rows.get(0).replaceFirst("\\.\\s*$", "");
    return switch (rows.size()) {
      case 1 -> first + ".";
      case 2 -> first + "; nor did another.";
      default -> first + "; nor did " + (rows.size() - 1) + " others.";
    };
  }
}
