package org.ptstress.reports.text;

import java.util.Optional;
import org.ptstress.model.Claim;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.VerdictRow;

/** A counterexample in words: the steps, where a tool found some, and the consequence. */
public final class Counterexample {
  /** The line of Lincheck in front of the interleaving, behind stack traces of its own. */
  private static final String INTERLEAVING = "The following interleaving leads to the error:";

  private final RunFolder run;
  private final StringBuilder text = new StringBuilder();

  private Counterexample(RunFolder run) {
    this.run = run;
  }

  /**
   * A counterexample step by step.
   *
   * @param run the run that found it
   * @param row the verdict on a claim that is broken
   * @return lines
   */
  public static String of(RunFolder run, VerdictRow row) {
    Counterexample told = new Counterexample(run);
    told.tell(row);
    return told.text.toString();
  }

  /**
   * The first witness, or the reason of a verdict that rests on none.
   *
   * @param row the verdict
   * @return a clause
   */
  public static String inOneLine(VerdictRow row) {
    return row.evidence().stream()
        .filter(Evidence::broken)
        .findFirst()
        .map(
            item ->
                item.witnesses().isEmpty()
                    ? item.scenario()
                    : item.scenario() + ": " + item.witnesses().get(0).text())
        .orElse(row.reason());
  }

  private void tell(VerdictRow row) {
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
            .filter(found -> witness(found, claim).isPresent())
            .findFirst();
    if (explored.isPresent()) {
      ExploredWitness found = witness(explored.get(), claim).orElseThrow();
      steps(
          explored.get().scenario() + ": " + explored.get().description(),
          found.text(),
          found.trace());
    } else if (search.isPresent()) {
      BrokenClaim found = witness(search.get(), claim).orElseThrow();
      steps(
          search.get().scenario() + ": " + search.get().description(),
          found.message(),
          steps(found.interleaving()));
    } else {
      line(inOneLine(row));
    }
    line("Consequence: " + claim.consequence());
  }

  private void steps(String scenario, String outcome, String steps) {
    line(scenario);
    line("Outcome: " + outcome);
    line("");
    steps.lines().forEach(this::line);
    line("");
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

  private static Optional<BrokenClaim> witness(InterleavingResult search, Claim claim) {
    return search.broken().stream().filter(broken -> broken.claim() == claim).findFirst();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
