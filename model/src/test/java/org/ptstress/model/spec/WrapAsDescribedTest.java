package org.ptstress.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.spec.Scenario.Mode;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Who keeps the word of the RFC's changelog about the end of the ids, and who does not. */
class WrapAsDescribedTest {
  private static final int BEHIND_THE_LARGEST = 4;

  static Stream<Arguments> wrongTables() {
    return Stream.of(
        Arguments.of("wraps, but refuses nobody", table(FaultyDesign.Table::new)),
        Arguments.of("refuses, and does not wrap", table(good -> new AtTheEnd(good, 4, 9))),
        Arguments.of("refuses twice", table(good -> new AtTheEnd(good, 0, 2))),
        Arguments.of("refuses, and goes on at 1", table(good -> new AtTheEnd(good, 1, 1))));
  }

  private static UnaryOperator<TimerTable> table(UnaryOperator<TimerTable> table) {
    return table;
  }

  @Test
  void theRfcAsDescribedKeepsItAndNotTheClaimsOfLaterKernels() {
    assertThat(run(Designs.named("RfcAsDescribed"), SampleScenarios.WRAP_AS_DESCRIBED))
        .isEqualTo("ok EAGAIN, ok, sound");
    assertThat(run(Designs.named("RfcAsDescribed"), SampleScenarios.WRAP_AROUND))
        .isEqualTo("ok, EAGAIN, breaks WRAPS_TO_ZERO+EAGAIN_ONLY_WHEN_FULL");
  }

  @Test
  void theRfcBreaksIt() {
    assertThat(
            Outcome.brokenClaims(run(Designs.named("RfcHash"), SampleScenarios.WRAP_AS_DESCRIBED)))
        .contains(Claim.WRAP_AS_DESCRIBED, Claim.VALID_IDS);
  }

  @Test
  void aTableOfAnotherAuthorCanKeepIt() {
    Design right = new FaultyDesign(good -> new AtTheEnd(good, 0, 1));
    assertThat(run(right, SampleScenarios.WRAP_AS_DESCRIBED)).isEqualTo("ok EAGAIN, ok, sound");
  }

  @ParameterizedTest
  @MethodSource("wrongTables")
  void aTableThatDoesSomethingElseBreaksIt(String name, UnaryOperator<TimerTable> table) {
    String outcome = run(new FaultyDesign(table), SampleScenarios.WRAP_AS_DESCRIBED);
    assertThat(Outcome.brokenClaims(outcome)).as(outcome).contains(Claim.WRAP_AS_DESCRIBED);
  }

  private static String run(Design design, Scenario scenario) {
    ScenarioRun run =
        new ScenarioRun(new ScenarioPlan(scenario), design, scenario.config(Mode.RACE));
    for (int actor = 0; actor < scenario.actors().size(); actor++) {
      run.act(actor);
    }
    return run.outcome(run.aftermath());
  }

  /** Refuses creates behind the largest id, and then puts the counter somewhere. */
  private static final class AtTheEnd extends FaultyDesign.Table {
    private final int goesOnAt;
    private int refusals;

    AtTheEnd(TimerTable good, int goesOnAt, int refusals) {
      super(good);
      this.goesOnAt = goesOnAt;
      this.refusals = refusals;
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      if (owner.nextTimerId() >= BEHIND_THE_LARGEST && refusals > 0) {
        refusals--;
        if (refusals == 0 || goesOnAt >= BEHIND_THE_LARGEST) {
          owner.setNextTimerId(goesOnAt);
        }
        return -Errno.EAGAIN;
      }
      return super.insert(owner, timer);
    }
  }
}
