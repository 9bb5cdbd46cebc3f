package org.ptstress.reports.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Expectation;

/**
 * An entry of {@code verdicts.json}: what the run says of one claim on one design.
 *
 * @param design the design's name
 * @param claim the claim's name
 * @param expectation what the design says of the claim
 * @param verdict what the run says of that
 * @param reason a sentence
 * @param evidence what the verdict rests on
 */
public record VerdictRow(
    String design,
    String claim,
    Expectation expectation,
    Verdict verdict,
    String reason,
    List<Evidence> evidence) {
  /** Checks that nothing is missing. */
  public VerdictRow {
    requireNonNull(design, "design");
    requireNonNull(claim, "claim");
    requireNonNull(expectation, "expectation");
    requireNonNull(verdict, "verdict");
    requireNonNull(reason, "reason");
    evidence = List.copyOf(requireNonNull(evidence, "evidence"));
  }

  /**
   * Something that a verdict rests on.
   *
   * @param tool what produced it
   * @param scenario the name of the scenario, check or benchmark
   * @param status whether it ran, or was cut short with a witness
   * @param reason why it did not run, or not to its end, or empty
   * @param tooFewCpus whether the only reason is the number of CPUs
   * @param broken whether a witness against the claim was seen
   * @param samples how often it was tried
   * @param witnesses the outcomes against the claim
   * @param configuration the JVM's arguments, or the search's budget
   * @param architecture as Java's {@code os.arch}
   * @param log a file under the run folder, or null
   */
  public record Evidence(
      Tool tool,
      String scenario,
      Status status,
      String reason,
      boolean tooFewCpus,
      boolean broken,
      long samples,
      List<Witness> witnesses,
      String configuration,
      String architecture,
      @Nullable String log) {
    /** Checks that nothing is missing. */
    public Evidence {
      requireNonNull(tool, "tool");
      requireNonNull(scenario, "scenario");
      requireNonNull(status, "status");
      requireNonNull(reason, "reason");
      witnesses = List.copyOf(requireNonNull(witnesses, "witnesses"));
      requireNonNull(configuration, "configuration");
      requireNonNull(architecture, "architecture");
    }
  }

  /**
   * An outcome against a claim.
   *
   * @param outcome the outcome in words
   * @param count how often it was seen
   */
  public record Witness(String outcome, long count) {
    /** Checks that nothing is missing. */
    public Witness {
      requireNonNull(outcome, "outcome");
    }
  }
}
