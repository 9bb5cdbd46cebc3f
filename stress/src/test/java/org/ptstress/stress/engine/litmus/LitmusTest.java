package org.ptstress.stress.engine.litmus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Message;
import org.ptstress.stress.engine.EngineJar;
import org.ptstress.stress.engine.explore.Rule;

/** Every litmus test has exactly the outcomes that it is allowed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LitmusTest {
  private final List<ControlsMain.Row> rows = new ArrayList<>();
  private final List<ControlsMain.Row> bounded = new ArrayList<>();
  private final List<ControlsMain.Row> waits = new ArrayList<>();
  private final Map<Rule, String> problems = new EnumMap<>(Rule.class);
  private long complete;

  @BeforeAll
  void runs(@TempDir Path temp) throws IOException, InterruptedException {
    Path log = temp.resolve("litmus.log");
    WholeFile.write(temp.resolve("work").resolve(EngineJar.NAME), EngineJar::write);
    List<String> args =
        new ArrayList<>(
            EngineJar.jvmArgs(
                temp, temp.resolve("work"), List.of(Litmus.class.getPackageName()), false));
    args.add("-XX:TieredStopAtLevel=1");
    new ChildJvm(
            temp,
            log,
            Duration.ofSeconds(60),
            ChildJvm.classPath(),
            args,
            ControlsMain.class.getName(),
            List.of())
        .run(
            message -> {
              if (message.kind().equals("row")) {
                rows.add(message.as(ControlsMain.Row.class));
              } else if (message.kind().equals("bounded")) {
                bounded.add(message.as(ControlsMain.Row.class));
              } else if (message.kind().equals("wait")) {
                waits.add(message.as(ControlsMain.Row.class));
              } else if (message.kind().equals("complete")) {
                complete = message.as(Long.class);
              } else {
                problems.put(Rule.valueOf(message.label()), message.as(String.class));
              }
              return Message.Effect.PROGRESS;
            });
    assertThat(rows).as(Files.readString(log)).hasSameSizeAs(Litmus.all());
  }

  @Test
  void everyTestHasExactlyTheAllowedOutcomes() {
    SoftAssertions softly = new SoftAssertions();
    rows.forEach(row -> softly.assertThat(row.seen()).as(row.test()).isEqualTo(row.allowed()));
    softly.assertAll();
  }

  @Test
  void boundsThatExcludeNothingLeaveTheOutcomesWithoutBounds() {
    assertThat(bounded).hasSameSizeAs(RandomPrograms.all());
    SoftAssertions softly = new SoftAssertions();
    bounded.forEach(row -> softly.assertThat(row.seen()).as(row.test()).isEqualTo(row.allowed()));
    softly.assertAll();
  }

  @Test
  void preemptionsThatAreEquivalentToLaterOnesAreNotExecuted() {
    long executions = bounded.stream().mapToLong(ControlsMain.Row::executions).sum();
    long started = bounded.stream().mapToLong(ControlsMain.Row::started).sum();
    assertThat(started).isLessThan(executions);
  }

  @Test
  void waitingEndsOrIsFoundToBeEndless() {
    assertThat(waits).hasSameSizeAs(Waits.all());
    SoftAssertions softly = new SoftAssertions();
    waits.forEach(row -> softly.assertThat(row.seen()).as(row.test()).isEqualTo(row.allowed()));
    softly.assertAll();
  }

  @Test
  void everyExecutionIsExploredWithoutTryingTheSameOrdersAgain() {
    assertThat(executions()).isBetween(1_000L, 5_000L);
  }

  @Test
  void endingsOfEquivalentExecutionsAreNotAskedFor() {
    assertThat(complete).isBetween(executions() / 2, executions() * 3 / 4);
  }

  private long executions() {
    return rows.stream().mapToLong(ControlsMain.Row::executions).sum();
  }

  @Test
  void memoryWithoutOneOfItsRulesIsRefused() {
    assertThat(problems).containsOnlyKeys(Rule.values());
    assertThat(problems).allSatisfy((rule, problem) -> assertThat(problem).isNotEmpty());
  }
}
