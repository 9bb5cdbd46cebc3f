package org.ptstress.reports.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ptstress.model.Claim;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.reports.verdict.VerdictCounts;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.VerdictRow;

/**
 * The verdicts of {@code judge} for a terminal: a line for each claim, then the counterexample of
 * the first one that is broken.
 */
final class JudgeText {
  /** Whose reason says most about a design: what has the least chance in it. */
  private static final List<Tool> BY_CLARITY =
      List.of(
          Tool.CHECK,
          Tool.ACCESS,
          Tool.EXPLORATION,
          Tool.INTERLEAVING,
          Tool.RACE,
          Tool.KERNEL,
          Tool.MEASUREMENT);

  /** What Lincheck writes in front of the interleaving, behind stack traces of its own. */
  private static final String INTERLEAVING = "The following interleaving leads to the error:";

  private final RunFolder run;
  private final StringBuilder text = new StringBuilder();

  private JudgeText(RunFolder run) {
    this.run = run;
  }

  /**
   * All designs of a run, one after the other.
   *
   * @param run the run
   */
  static String of(RunFolder run) {
    JudgeText judged = new JudgeText(run);
    run.run().designs().forEach(judged::design);
    return judged.text.toString();
  }

  /** The counts over all designs. */
  static String closing(List<VerdictRow> verdicts) {
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

  private static String why(VerdictRow row, VerdictClass verdict) {
    return switch (verdict) {
      case HOLDS, BUG_SHOWN, DOES_NOT_APPLY -> row.reason();
      case PROMISE_BROKEN, BUG_NOT_FOUND -> witness(row);
      case NOT_RUN ->
          row.evidence().stream()
              .filter(item -> item.status() == RunStatus.NOT_RUN && !item.tooFewCpus())
              .min(Comparator.comparing(item -> BY_CLARITY.indexOf(item.tool())))
              .map(item -> firstLine(item.reason()) + " (" + item.scenario() + ")")
              .orElse(row.reason());
    };
  }

  private static String witness(VerdictRow row) {
    return row.evidence().stream()
        .filter(Evidence::broken)
        .findFirst()
        .map(item -> item.scenario() + ": " + item.witnesses().get(0).text())
        .orElse(row.reason());
  }

  private static String firstLine(String reason) {
    return reason.lines().findFirst().orElse("it gave no samples");
  }

  private void counterexample(VerdictRow row) {
    Claim claim = row.claim();
    line("Counterexample of " + claim + ": " + claim.statement());
    Optional<ExplorationResult> explored =
        run.explorations().stream()
            .filter(found -> found.design().equals(row.design()))
            .filter(found -> witness(found, claim).isPresent())
            .findFirst();
    Optional<InterleavingResult> search =
        run.interleavings().stream()
            .filter(found -> found.design().equals(row.design()))
            .filter(found -> counterexample(found, claim).isPresent())
            .findFirst();
    if (explored.isPresent()) {
      ExploredWitness found = witness(explored.get(), claim).orElseThrow();
      steps(
          explored.get().scenario() + ": " + explored.get().description(),
          found.text(),
          found.trace());
    } else if (search.isPresent()) {
      BrokenClaim found = counterexample(search.get(), claim).orElseThrow();
      steps(
          search.get().scenario() + ": " + search.get().description(),
          found.message(),
          steps(found.interleaving()));
    } else {
      line(witness(row));
    }
    line("What that means: " + claim.consequence());
    text.append(System.lineSeparator());
  }

  private void steps(String scenario, String outcome, String steps) {
    line(scenario);
    line("Outcome: " + outcome);
    text.append(System.lineSeparator());
    steps.lines().forEach(this::line);
    text.append(System.lineSeparator());
  }

  private static String steps(String interleaving) {
    int begin = interleaving.indexOf(INTERLEAVING);
    return begin < 0 ? interleaving : interleaving.substring(begin + INTERLEAVING.length()).strip();
  }

  private static Optional<ExploredWitness> witness(ExplorationResult explored, Claim claim) {
    return explored.broken().stream()
        .filter(broken -> broken.claim() == claim && !broken.trace().isEmpty())
        .findFirst();
  }

  private static Optional<BrokenClaim> counterexample(InterleavingResult search, Claim claim) {
    return search.broken().stream().filter(broken -> broken.claim() == claim).findFirst();
  }

  private void line(String line) {
    text.append("  ").append(line).append(System.lineSeparator());
  }
}
