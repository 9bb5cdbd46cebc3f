package org.ptstress.stress.verdict;

import java.util.ArrayList;
import java.util.List;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.Configuration;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.OutcomeCount;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Witness;
import org.ptstress.stress.check.Applicability;

/**
 * Collects what all tools say about each claim. A scenario is evidence for the claims that it
 * decides, and against any claim that one of its outcomes breaks.
 *
 * @param races what was raced
 * @param interleavings what was searched
 * @param checks what was checked
 */
public record EvidenceFiles(
    List<RaceResult> races, List<InterleavingResult> interleavings, List<CheckResult> checks) {
  private static final String ARCHITECTURE = System.getProperty("os.arch");

  /** Copies the lists. */
  public EvidenceFiles {
    races = List.copyOf(races);
    interleavings = List.copyOf(interleavings);
    checks = List.copyOf(checks);
  }

  /**
   * What the tools say about a promise.
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
    }
    // Of a claim that does not apply, only the check that it does not says anything.
    checks.stream()
        .filter(row -> row.design().equals(design) && row.claim() == claim)
        .filter(row -> applies || row.check().equals(Applicability.NAME))
        .forEach(row -> evidence.add(evidence(row)));
    return evidence;
  }

  private static void add(List<Evidence> evidence, Claim claim, RaceResult row) {
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
            ARCHITECTURE,
            row.log()));
  }

  private static void add(List<Evidence> evidence, Claim claim, InterleavingResult row) {
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
            false,
            !witnesses.isEmpty(),
            Math.max(row.explored(), witnesses.size()),
            witnesses,
            "Lincheck model checking, sequentially consistent threads",
            ARCHITECTURE,
            null));
  }

  /**
   * The samples that say something: without a witness, those in which every call came to an end.
   */
  private static long ended(RaceResult row, List<Witness> witnesses) {
    if (!witnesses.isEmpty()) {
      return row.samples();
    }
    return row.samples()
        - row.outcomes().stream()
            .filter(outcome -> outcome.breaks().contains(Claim.CALLS_END))
            .mapToLong(OutcomeCount::count)
            .sum();
  }

  /** What was seen was seen, whatever happened to the rest of the race or search. */
  private static RunStatus status(RunStatus whole, List<Witness> witnesses) {
    return witnesses.isEmpty() ? whole : RunStatus.RUN;
  }

  private static Evidence evidence(CheckResult row) {
    return new Evidence(
        Tool.CHECK,
        row.check(),
        row.status(),
        row.reason(),
        false,
        !row.held(),
        row.samples(),
        row.held() ? List.of() : List.of(new Witness(row.detail(), 1)),
        row.detail(),
        ARCHITECTURE,
        null);
  }
}
