package org.ptstress.reports.text;

import java.util.List;
import java.util.Locale;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.reports.verdict.VerdictCounts;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.VerdictRow;

/**
 * The verdicts of {@code judge} for a terminal: a line for each claim, then the counterexample of
 * the first one that is broken.
 */
public final class JudgeText {
  private final RunFolder run;
  private final StringBuilder text = new StringBuilder();

  private JudgeText(RunFolder run) {
    this.run = run;
  }

  /**
   * All designs of a run, one after the other.
   *
   * @param run the run
   * @return the lines
   */
  public static String of(RunFolder run) {
    JudgeText judged = new JudgeText(run);
    run.run().designs().forEach(judged::design);
    return judged.text.toString();
  }

  /**
   * The counts over all designs.
   *
   * @param verdicts the verdicts of the run
   * @return a line
   */
  public static String closing(List<VerdictRow> verdicts) {
    String verdict =
        switch (ExitStatus.of(verdicts)) {
          case ExitStatus.PASSED -> "Passed";
          case ExitStatus.CONTRADICTED -> "BROKEN";
          default -> "Incomplete";
        };
    VerdictCounts counts = VerdictCounts.ofRows(verdicts);
    return String.format(
        Locale.ROOT,
        "%s: %d kept, %d broken, %d not applicable, %d not judged.",
        verdict,
        counts.holds(),
        counts.contradicted(),
        counts.notApplicable(),
        counts.notRun());
  }

  private void design(String design) {
    List<VerdictRow> rows =
        run.verdicts().stream().filter(row -> row.design().equals(design)).toList();
    text.append(design).append(System.lineSeparator());
    for (VerdictRow row : rows) {
      VerdictClass verdict = VerdictClass.of(row);
      text.append(
          String.format("  %-22s %s: %s%n", row.claim(), words(verdict), why(row, verdict)));
    }
    text.append(System.lineSeparator());
    rows.stream()
        .filter(row -> VerdictClass.of(row).isContradicted())
        .findFirst()
        .ifPresent(this::counterexample);
  }

  /** A claim is judged as if the design promised it. */
  private static String words(VerdictClass verdict) {
    return switch (verdict) {
      case HOLDS, BUG_SHOWN -> "kept";
      case PROMISE_BROKEN, BUG_NOT_FOUND -> "BROKEN";
      case DOES_NOT_APPLY -> "does not apply";
      case NOT_RUN -> "not judged";
    };
  }

  private String why(VerdictRow row, VerdictClass verdict) {
    return switch (verdict) {
      case HOLDS -> (row.reason() + " " + ExploredDepth.of(row, run.explorations())).strip();
      case BUG_SHOWN, DOES_NOT_APPLY -> row.reason();
      case PROMISE_BROKEN, BUG_NOT_FOUND -> Counterexample.inOneLine(row);
      case NOT_RUN -> NotJudged.why(row);
    };
  }

  private void counterexample(VerdictRow row) {
    Counterexample.of(run, row)
        .lines()
        .map(line -> line.isEmpty() ? "" : "  " + line)
        .forEach(line -> text.append(line).append(System.lineSeparator()));
    text.append(System.lineSeparator());
  }
}
