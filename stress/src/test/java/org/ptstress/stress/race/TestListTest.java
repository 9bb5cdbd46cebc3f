package org.ptstress.stress.race;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.StateCase;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;
import org.ptstress.model.spec.Scenario;
import org.ptstress.stress.scenario.Scenarios;

/** The tests that jcstress knows are the scenarios: names, actors and legal outcomes. */
class TestListTest {
  static final List<Scenario> RACED = Scenarios.of(Scenario.Mode.RACE);

  private static final String GONE = "org.ptstress.stress.race.test.WrapAround";

  @Test
  void everyScenarioIsATestAndEveryTestAScenario() {
    assertThat(TestListAudit.names(RaceTests.all().names(), RACED)).isEmpty();
    assertThat(RaceTests.all().names()).hasSameSizeAs(RACED).doesNotHaveDuplicates();
  }

  @Test
  void testRemovedFromTheListIsFound() {
    List<String> tests = new ArrayList<>(RaceTests.all().names());
    assertThat(tests.remove(GONE)).isTrue();
    assertThat(TestListAudit.names(tests, RACED)).containsExactly("no test " + GONE);
  }

  /** Such a list is in front of this one where javac runs jcstress's processor over other tests. */
  @Test
  void anEmptyListInFrontHidesNoTest(@TempDir Path temp) throws IOException {
    URL empty = Files.createFile(temp.resolve("TestList")).toUri().toURL();
    URL list = requireNonNull(RaceTests.class.getResource(TestList.LIST));
    assertThat(RaceTests.of(List.of(empty, list)).names()).isEqualTo(RaceTests.all().names());
    RaceTests none = RaceTests.of(List.of(empty));
    assertThatIllegalStateException()
        .isThrownBy(() -> none.of("WrapAround"))
        .withMessage("No list of tests on the class path has WrapAround.");
  }

  @Test
  void emptyTestListIsFound() {
    assertThat(TestListAudit.names(List.of(), RACED)).hasSameSizeAs(RACED);
  }

  @Test
  void testWithoutAScenarioIsFound() {
    List<Scenario> fewer = RACED.stream().filter(s -> !s.equals(Scenarios.WRAP_AROUND)).toList();
    assertThat(TestListAudit.names(RaceTests.all().names(), fewer))
        .containsExactly("no scenario for " + GONE);
  }

  @ParameterizedTest
  @FieldSource("RACED")
  void testHasTheScenariosActors(Scenario scenario) {
    assertThat(TestListAudit.actors(info(scenario), scenario)).isEmpty();
  }

  @Test
  void lostActorIsFound() {
    TestInfo test = copy(info(Scenarios.WRAP_AROUND), 1, List.of("creator1"));
    assertThat(TestListAudit.actors(test, Scenarios.WRAP_AROUND)).hasSize(3);
  }

  @Test
  void renamedActorIsFound() {
    TestInfo test = copy(info(Scenarios.WRAP_AROUND), 2, List.of("creator1", "finder"));
    assertThat(TestListAudit.actors(test, Scenarios.WRAP_AROUND))
        .singleElement()
        .asString()
        .contains("finder");
  }

  @ParameterizedTest
  @FieldSource("RACED")
  void acceptableOutcomesAreThoseOfTheOracle(Scenario scenario) {
    assertThat(info(scenario).cases()).isNotEmpty();
    assertThat(TestListAudit.outcomes(info(scenario), scenario)).isEmpty();
  }

  @Test
  void changedOutcomeIsFound() {
    TestInfo right = info(Scenarios.ONE_FREE_ID);
    TestInfo wrong = copy(right, right.threads(), right.actorNames());
    StateCase first = right.cases().iterator().next();
    wrong.addCase(
        new StateCase(Pattern.compile("ok, ok, sound"), first.expect(), first.description()));
    right.cases().stream().filter(outcome -> outcome != first).forEach(wrong::addCase);
    assertThat(TestListAudit.outcomes(wrong, Scenarios.ONE_FREE_ID))
        .containsExactlyInAnyOrder(
            "ok, ok, sound is not legal", first.matchPattern() + " is missing");
  }

  @Test
  void outcomeThatIsOnlyInterestingIsFound() {
    TestInfo right = info(Scenarios.ONE_FREE_ID);
    TestInfo wrong = copy(right, right.threads(), right.actorNames());
    for (StateCase outcome : right.cases()) {
      wrong.addCase(
          new StateCase(
              Pattern.compile(outcome.matchPattern()),
              Expect.ACCEPTABLE_INTERESTING,
              outcome.description()));
    }
    assertThat(TestListAudit.outcomes(wrong, Scenarios.ONE_FREE_ID)).hasSameSizeAs(right.cases());
  }

  private static TestInfo info(Scenario scenario) {
    return RaceTests.all().of(scenario.name());
  }

  /** The same test without its outcomes. */
  private static TestInfo copy(TestInfo test, int threads, List<String> actors) {
    return new TestInfo(
        test.name(),
        test.binaryName(),
        test.generatedRunner(),
        test.description(),
        threads,
        actors,
        test.requiresFork());
  }
}
