package org.ptstress.reports.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;

/** What keeps a judge within its limit. The test is the clock. */
class JudgedRunTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir private Path temp;

  private final AtomicLong clock = new AtomicLong();

  private JudgedRun run(Duration limit) {
    return new JudgedRun(
        Profile.JUDGE, null, UnaryOperator.identity(), limit, clock.get(), clock::get);
  }

  /** As long as the JVM took to begin, or was given, verdicts and report may take to end. */
  @ParameterizedTest
  @CsvSource({
    // Seconds: limit, designs, begun after, left of the phases.
    "60, 1, 0, 58",
    "60, 1, 1, 56",
    "60, 1, 10, 38",
    "60, 1, 13, 32",
    "60, 1, 30, 15",
    "60, 3, 1, 176",
    "8, 1, 3, 3",
    "4, 1, 1, 1",
    "4, 1, 5, -3"
  })
  void theLastPhaseLeavesTimeForVerdictsAndReport(long limit, int designs, long begun, long left) {
    JudgedRun run = run(Duration.ofSeconds(limit));
    clock.addAndGet(Duration.ofSeconds(begun).toNanos());
    assertThat(run.ofPhases(designs).left()).hasValue(Duration.ofSeconds(left));
    assertThat(run.start().left()).hasValue(Duration.ofSeconds(limit - begun));
  }

  /** No phase begins behind the limit, and the verdicts are there all the same. */
  @Test
  void nothingRunsBehindTheLimit() throws IOException, InterruptedException {
    List<Design> designs = List.of(Designs.named("GlobalIdr"));
    JudgedRun run = run(LIMIT);
    clock.addAndGet(LIMIT.toNanos());
    RunFolder folder =
        run.execute(
            temp,
            designs,
            new RunRecorder(
                temp,
                Profile.JUDGE,
                designs,
                List.of("judge"),
                "1",
                new PhaseDisplay(new PrintWriter(Writer.nullWriter()))));
    assertThat(folder.verdicts())
        .isNotEmpty()
        .extracting(VerdictRow::verdict)
        .containsOnly(Verdict.NOT_RUN);
    assertThat(folder.verdicts())
        .flatExtracting(VerdictRow::evidence)
        .filteredOn(item -> !item.tooFewCpus())
        .extracting(Evidence::reason)
        .allSatisfy(reason -> assertThat(reason).endsWith(Deadline.OUT_OF_TIME));
    assertThat(temp.resolve("index.html")).isNotEmptyFile();
  }

  @Test
  void aLimitThatLeavesNoTimeIsRefused() {
    assertThatThrownBy(() -> run(Duration.ofSeconds(2)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("The limit of 2 s is too short");
  }
}
