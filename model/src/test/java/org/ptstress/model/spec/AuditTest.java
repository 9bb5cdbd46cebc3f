package org.ptstress.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.spec.Scenario.Mode;
import org.ptstress.model.support.InParallel;

/** The audit says "sound" of good tables, and names the claim that a faulty one breaks. */
class AuditTest {
  private static final EnumSet<Claim> DECIDED_ELSEWHERE =
      EnumSet.of(
          Claim.FIND_WITHOUT_LOCK,
          Claim.CREATE_INDEPENDENT,
          // By WrapAsDescribedTest: no table keeps this and WRAPS_TO_ZERO.
          Claim.WRAP_AS_DESCRIBED,
          Claim.BOUNDED_SEARCH,
          Claim.FLAT_LOOKUP,
          Claim.EVEN_BUCKETS,
          Claim.AS_GOOD_AS_BEFORE,
          Claim.SCALABLE_FIND,
          Claim.SCALABLE_CREATE,
          Claim.FIND_BESIDE_CHANGE);

  static Stream<Arguments> soundPairs() {
    return Designs.all().stream()
        .flatMap(
            design ->
                SampleScenarios.ALL.stream()
                    .filter(scenario -> promisesAll(design, scenario))
                    .map(
                        scenario ->
                            Arguments.of(
                                Named.of(design.name(), design),
                                Named.of(scenario.name(), scenario))));
  }

  static List<Fault> faults() {
    return Fault.ALL;
  }

  private static boolean promisesAll(Design design, Scenario scenario) {
    return scenario.claims().stream()
        .allMatch(claim -> design.promises().on(claim).expectation() == Expectation.HOLDS);
  }

  @ParameterizedTest
  @MethodSource("soundPairs")
  void aDesignIsSoundWhereItPromisesToBe(Design design, Scenario scenario) {
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, scenario.actors().size()).boxed().toList());
    assertThat(inTurn(design, scenario, order)).endsWith(", sound");
    Collections.reverse(order);
    assertThat(inTurn(design, scenario, order)).endsWith(", sound");
  }

  @ParameterizedTest
  @MethodSource("soundPairs")
  void aDesignIsSoundInARaceToo(Design design, Scenario scenario) throws Exception {
    ScenarioPlan plan = new ScenarioPlan(scenario);
    for (int i = 0; i < 5; i++) {
      ScenarioRun run = new ScenarioRun(plan, design, scenario.config(Mode.RACE));
      InParallel.run(
          IntStream.range(0, scenario.actors().size())
              .mapToObj(actor -> (Callable<String>) () -> run.act(actor))
              .toList());
      assertThat(run.outcome(run.aftermath())).endsWith(", sound");
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultBreaksItsClaim(Fault fault) {
    String outcome = inTurn(fault.design(), fault.scenario(), allActors(fault.scenario()));
    assertThat(Outcome.brokenClaims(outcome)).as(outcome).containsExactly(fault.claim());
  }

  /** Without the fault the same program is sound, so it is the fault that was found. */
  @ParameterizedTest
  @MethodSource("faults")
  void withoutTheFaultTheSameProgramIsSound(Fault fault) {
    FaultyDesign good = new FaultyDesign(FaultyDesign.Table::new);
    assertThat(inTurn(good, fault.scenario(), allActors(fault.scenario()))).endsWith(", sound");
  }

  @Test
  void everyClaimThatTheAuditDecidesHasAFault() {
    EnumSet<Claim> seeded = EnumSet.noneOf(Claim.class);
    Fault.ALL.stream().map(Fault::claim).forEach(seeded::add);
    assertThat(EnumSet.complementOf(seeded)).isEqualTo(DECIDED_ELSEWHERE);
  }

  private static List<Integer> allActors(Scenario scenario) {
    return IntStream.range(0, scenario.actors().size()).boxed().toList();
  }

  private static String inTurn(Design design, Scenario scenario, List<Integer> order) {
    ScenarioRun run =
        new ScenarioRun(new ScenarioPlan(scenario), design, scenario.config(Mode.RACE));
    order.forEach(run::act);
    return run.outcome(run.aftermath());
  }
}
