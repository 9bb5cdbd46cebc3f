package org.ptstress.stress.exploration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.shape.Shapes;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.stress.support.ClassPaths;

/** Classes of the JDK that lock themselves: their waiting is seen, or nothing is said of it. */
@SuppressWarnings("JdkObsolete") // what is tested
class JdkExplorationTest {
  private static final Map<String, Class<?>> CLASSES =
      Map.of(
          "OfHashtable", Hashtable.class,
          "OfBuffer", StringBuffer.class,
          "OfStream", ByteArrayOutputStream.class);

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void waitingInCollectionsOfTheJdkIsSeen() throws Exception {
    assertThat(explored(Shapes.LOCKING, "FindDuringCreate", "CreateDuringCreate"))
        .hasSize(2 * Shapes.LOCKING.size())
        .allSatisfy(
            row -> {
              assertThat(row.reason()).as(row.toString()).isEmpty();
              assertThat(row.broken())
                  .as(row.design() + " " + row.scenario())
                  .extracting(witness -> witness.claim())
                  .containsExactly(
                      row.scenario().startsWith("Find")
                          ? Claim.FIND_WITHOUT_LOCK
                          : Claim.CREATE_INDEPENDENT);
            });
  }

  /** They ran as one step, and FIND_WITHOUT_LOCK and CREATE_INDEPENDENT were confirmed. */
  @Test
  void otherMonitorsOfTheJdkAreAReason() throws Exception {
    assertThat(explored(Shapes.UNSEEN, "CreateDuringCreate", "CreateAgainstDelete"))
        .hasSize(2 * Shapes.UNSEEN.size())
        .allSatisfy(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
              assertThat(row.reason())
                  .contains(
                      "threads meet in a monitor of "
                          + requireNonNull(CLASSES.get(row.design())).getName(),
                      "cannot stall");
              assertThat(row.broken()).isEmpty();
            });
  }

  private List<ExplorationResult> explored(List<Design> designs, String... scenarios)
      throws Exception {
    List<Exploration> explorations =
        designs.stream()
            .flatMap(
                design ->
                    Stream.of(scenarios)
                        .map(Scenarios::named)
                        .map(scenario -> new Exploration(design, scenario, Set.of())))
            .toList();
    return new ExplorationRunner(
            folder,
            1,
            List.of(new ExplorationBudget(new Bound(1, 0), 1_000, 0, false)),
            Duration.ofMinutes(2),
            Deadline.none(),
            ClassPaths.with(folder, designs.toArray(Design[]::new)))
        .run(explorations, ProgressListener.NONE);
  }
}
