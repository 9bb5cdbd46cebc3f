package org.ptstress.stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.cost.CountedClaims;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.OutcomeCount;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.result.Witness;
import org.ptstress.stress.check.Checks;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.stress.support.History;

/**
 * Nobody can turn a promise around unnoticed: with evidence that confirms what a design promises,
 * the opposite promise is contradicted. The checks are real; races, searches and measurements are
 * rows that show what the design admits to.
 */
class TurnedPromiseTest {
  /** Each design's: its checks take a second. */
  private static final Map<String, EvidenceFiles> FILES = new ConcurrentHashMap<>();

  static Stream<Arguments> promises() {
    return History.designs().stream()
        .flatMap(
            design -> {
              EvidenceFiles files = FILES.computeIfAbsent(design.name(), name -> evidence(design));
              return design.promises().all().stream()
                  .map(promise -> arguments(design.name(), promise, about(design, promise, files)));
            });
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("promises")
  void promiseIsConfirmed(String design, Promise promise, List<Evidence> evidence) {
    assertThat(Judge.judge(design, promise, evidence))
        .extracting(VerdictRow::verdict, VerdictRow::expectation)
        .containsExactly(Verdict.CONFIRMED, promise.expectation());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("turnable")
  void turnedPromiseIsContradicted(String design, Promise promise, List<Evidence> evidence) {
    Expectation opposite =
        promise.expectation() == Expectation.HOLDS ? Expectation.BROKEN : Expectation.HOLDS;
    Promise turned = new Promise(promise.claim(), opposite, "turned");
    assertThat(Judge.judge(design, turned, evidence).verdict()).isEqualTo(Verdict.CONTRADICTED);
  }

  static Stream<Arguments> turnable() {
    return promises()
        .filter(
            arguments ->
                ((Promise) arguments.get()[1]).expectation() != Expectation.DOES_NOT_APPLY);
  }

  private static List<Evidence> about(Design design, Promise promise, EvidenceFiles files) {
    List<Evidence> evidence = new ArrayList<>(files.about(design.name(), promise));
    if (CountedClaims.decides(promise.claim())
        && promise.expectation() != Expectation.DOES_NOT_APPLY) {
      evidence.removeIf(item -> item.tool() == Tool.ACCESS);
      evidence.add(counted(promise.expectation() == Expectation.BROKEN));
    }
    return evidence;
  }

  private static EvidenceFiles evidence(Design design) {
    List<CheckResult> checks = Checks.of(design);
    List<RaceResult> races =
        scenarios(design, Scenario.Mode.RACE).map(scenario -> race(design, scenario)).toList();
    List<InterleavingResult> searches =
        scenarios(design, Scenario.Mode.INTERLEAVING)
            .map(scenario -> search(design, scenario))
            .toList();
    List<ExplorationResult> explorations =
        Scenarios.all().stream()
            .filter(Scenario::isExplored)
            .filter(scenario -> Scenarios.applies(scenario, design))
            .map(scenario -> exploration(design, scenario))
            .toList();
    return new EvidenceFiles(races, searches, checks, List.of(), explorations);
  }

  private static Stream<Scenario> scenarios(Design design, Scenario.Mode mode) {
    return Scenarios.of(mode).stream().filter(scenario -> Scenarios.applies(scenario, design));
  }

  private static List<Claim> admitted(Design design, Scenario scenario) {
    return scenario.claims().stream()
        .filter(claim -> design.promises().on(claim).expectation() == Expectation.BROKEN)
        .toList();
  }

  private static RaceResult race(Design design, Scenario scenario) {
    List<OutcomeCount> outcomes = new ArrayList<>();
    outcomes.add(new OutcomeCount("ok, ok, sound", "ACCEPTABLE", 5, "", List.of()));
    // An outcome that is listed but was not seen is no witness.
    outcomes.add(new OutcomeCount("never", "FORBIDDEN", 0, "", scenario.claims()));
    admitted(design, scenario)
        .forEach(
            claim ->
                outcomes.add(
                    new OutcomeCount("breaks " + claim, "FORBIDDEN", 2, "", List.of(claim))));
    return new RaceResult(
        design.name(),
        scenario.name(),
        scenario.description(),
        scenario.actors().size(),
        scenario.claims(),
        RunStatus.RUN,
        "",
        false,
        100,
        outcomes,
        List.of(),
        0.5,
        null);
  }

  private static InterleavingResult search(Design design, Scenario scenario) {
    return new InterleavingResult(
        design.name(),
        scenario.name(),
        scenario.description(),
        scenario.claims(),
        RunStatus.RUN,
        "",
        100,
        0.1,
        admitted(design, scenario).stream()
            .map(claim -> new BrokenClaim(claim, "breaks " + claim, "| a | b |"))
            .toList());
  }

  /** With what breaks on weak memory only. */
  private static ExplorationResult exploration(Design design, Scenario scenario) {
    return new ExplorationResult(
        design.name(),
        scenario.name(),
        scenario.description(),
        scenario.claims(),
        RunStatus.RUN,
        "",
        new Bound(1, 1),
        100,
        0,
        0.1,
        scenario.claims().stream()
            .filter(claim -> design.promises().on(claim).expectation().isBroken())
            .map(
                claim ->
                    new ExploredWitness(
                        claim,
                        "breaks " + claim,
                        design.promises().on(claim).expectation()
                            == Expectation.BROKEN_ON_WEAK_MEMORY,
                        new Bound(0, 1),
                        "1<1",
                        "a  b"))
            .toList(),
        null);
  }

  private static Evidence counted(boolean broken) {
    return new Evidence(
        Tool.ACCESS,
        "finds",
        RunStatus.RUN,
        "",
        3,
        broken ? List.of(new Witness("loads: 99, GlobalIdr 17", 1)) : List.of(),
        "",
        "amd64");
  }
}
