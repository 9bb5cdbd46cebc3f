package org.ptstress.run.result;

import java.util.ArrayList;
import java.util.List;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.model.spec.Outcome;
import org.ptstress.run.cost.CountedClaims;
import org.ptstress.run.cost.DesignCosts;

/**
 * Collects the evidence of all tools about each claim, for the verdicts of a run and for the report
 * of a run that ended without verdicts. A scenario is evidence for the claims that it decides, and
 * against any claim that one of its outcomes breaks.
 *
 * @param races what was raced
 * @param interleavings what was searched
 * @param checks what was checked
 * @param costs what was recorded, of the yardstick, too
 * @param explorations what was explored, also in slices
 * @param architecture the CPU architecture that all of it ran on, or "" if it was not recorded
 */
public record EvidenceFiles(
    List<RaceResult> races,
    List<InterleavingResult> interleavings,
    List<CheckResult> checks,
    List<DesignCosts> costs,
    List<ExplorationResult> explorations,
    String architecture) {
  /** The check of a design's structure, which alone says that a claim does not apply to it. */
  public static final String APPLICABILITY = "Applicability";

  /** Copies the lists. */
  public EvidenceFiles {
    races = List.copyOf(races);
    interleavings = List.copyOf(interleavings);
    checks = List.copyOf(checks);
    costs = List.copyOf(costs);
    explorations = List.copyOf(explorations);
  }

  /**
   * Collects what was found on this machine.
   *
   * @param races what was raced
   * @param interleavings what was searched
   * @param checks what was checked
   * @param costs what was recorded, of the yardstick, too
   * @param explorations what was explored
   */
  public EvidenceFiles(
      List<RaceResult> races,
      List<InterleavingResult> interleavings,
      List<CheckResult> checks,
      List<DesignCosts> costs,
      List<ExplorationResult> explorations) {
    this(races, interleavings, checks, costs, explorations, System.getProperty("os.arch"));
  }

  /**
   * The evidence of all tools about a promise.
   *
   * @param design the design's name
   * @param promise its promise on a claim
   * @return the evidence for and against it
   */
  public List<Evidence> about(String design, Promise promise) {
    Claim claim = promise.claim();
    boolean applies = promise.expectation() != Expectation.DOES_NOT_APPLY;
    List<Evidence> evidence = new ArrayList<>();
    if (applies) {
      races.stream()
          .filter(row -> row.design().equals(design))
          .forEach(row -> add(evidence, claim, row));
      interleavings.stream()
          .filter(row -> row.design().equals(design))
          .forEach(row -> add(evidence, claim, row));
      Slices.joined(explorations.stream().filter(row -> row.design().equals(design)).toList())
          .forEach(row -> add(evidence, claim, row));
      if (CountedClaims.decides(claim)) {
        evidence.add(evidence(CountedClaims.about(claim, design, costs)));
      }
    }
    // For a claim that does not apply, only the applicability check is evidence.
    checks.stream()
        .filter(row -> row.design().equals(design) && row.claim() == claim)
        .filter(row -> applies || row.check().equals(APPLICABILITY))
        .forEach(row -> evidence.add(evidence(row)));
    return evidence;
  }

  private void add(List<Evidence> evidence, Claim claim, RaceResult row) {
    List<Witness> witnesses =
        row.outcomes().stream()
            .filter(outcome -> outcome.count() > 0 && outcome.breaks().contains(claim))
            .map(outcome -> new Witness(outcome.outcome(), outcome.count()))
            .toList();
    if (witnesses.isEmpty() && !row.claims().contains(claim)) {
      return;
    }
    evidence.add(
        new Evidence(
            Tool.RACE,
            row.scenario(),
            status(row.status(), witnesses),
            row.reason(),
            row.tooFewCpus(),
            !witnesses.isEmpty(),
            ended(row, witnesses),
            witnesses,
            String.join(" | ", row.configurations().stream().map(Configuration::jvmArgs).toList()),
            architecture,
            row.log(),
            null));
  }

  private void add(List<Evidence> evidence, Claim claim, InterleavingResult row) {
    List<Witness> witnesses =
        row.broken().stream()
            .filter(broken -> broken.claim() == claim)
            .map(BrokenClaim::message)
            .map(message -> new Witness(message, 1))
            .toList();
    if (witnesses.isEmpty() && !row.claims().contains(claim)) {
      return;
    }
    evidence.add(
        new Evidence(
            Tool.INTERLEAVING,
            row.scenario(),
            status(row.status(), witnesses),
            row.reason(),
            Math.max(row.explored(), witnesses.size()),
            witnesses,
            "Lincheck model checking, sequentially consistent threads",
            architecture));
  }

  private void add(List<Evidence> evidence, Claim claim, ExplorationResult row) {
    List<Witness> witnesses =
        row.broken().stream()
            .filter(broken -> broken.claim() == claim)
            .map(broken -> new Witness(broken.message(), 1, broken.weakMemory()))
            .toList();
    if (witnesses.isEmpty() && !row.claims().contains(claim)) {
      return;
    }
    evidence.add(
        new Evidence(
            Tool.EXPLORATION,
            row.scenario(),
            status(row.status(), witnesses),
            row.reason(),
            false,
            !witnesses.isEmpty(),
            Math.max(row.executions(), witnesses.size()),
            witnesses,
            row.extent(),
            architecture,
            null,
            row.exhausted()));
  }

  /** The samples that count: without a witness, those in which every call returned. */
  private static long ended(RaceResult row, List<Witness> witnesses) {
    if (!witnesses.isEmpty()) {
      return row.samples();
    }
    return row.samples()
        - row.outcomes().stream()
            .filter(outcome -> Outcome.isCut(outcome.breaks()))
            .mapToLong(OutcomeCount::count)
            .sum();
  }

  /** A witness counts even if the rest of the race or search failed. */
  private static RunStatus status(RunStatus whole, List<Witness> witnesses) {
    return witnesses.isEmpty() ? whole : RunStatus.RUN;
  }

  private Evidence evidence(CountedClaims.Answer answer) {
    return new Evidence(
        Tool.ACCESS,
        answer.subject(),
        answer.broken() ? RunStatus.RUN : RunStatus.of(answer.extent()),
        answer.problem(),
        answer.samples(),
        answer.broken() ? List.of(new Witness(answer.detail(), 1)) : List.of(),
        answer.detail(),
        architecture);
  }

  private Evidence evidence(CheckResult row) {
    boolean broken = row.status() == RunStatus.RUN && !row.held();
    return new Evidence(
        Tool.CHECK,
        row.check(),
        row.status(),
        row.reason(),
        row.samples(),
        broken ? List.of(new Witness(row.detail(), 1)) : List.of(),
        row.detail(),
        architecture);
  }
}
