package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.ptstress.shape.Pooled;
import org.ptstress.shape.Shapes;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.stress.support.ClassPaths;
import org.ptstress.wide.LoserBehindTheEnd;
import org.ptstress.wide.LoserIn16Bits;
import org.ptstress.wide.WideTables;

/**
 * What the explorer sees of tables that are wrong with the kernel's ids and addresses only, and of
 * right ones of every shape: nothing there.
 */
class FullWidthExplorationTest {
  private static final String SUFFIX = "AtFullWidth";

  private static final List<String> NARROW =
      List.of(
          "WrapAround",
          "OwnerBeforeIdAtWrap",
          "ExitAgainstCreate",
          "TwoProcesses",
          "RestoreAgainstRestore");

  /** Where an id may come back, or two processes get their first ones. */
  private static final List<String> REUSING =
      List.of("RecycleAgainstFind", "RecycleAgainstCreate", "TwoProcesses", "CreateAgainstFind");

  /** Of those where creators meet. */
  private static final List<Design> CURED =
      List.of(new LoserIn16Bits.Cured(), new LoserBehindTheEnd.Cured());

  private static final Design FREED_EARLY = new Pooled.FreedEarly();

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void tablesThatAreWrongAtFullWidthAreSeenThereOnly() throws Exception {
    List<Design> designs =
        Stream.of(WideTables.FAULTY, CURED, Shapes.ALL, List.of(FREED_EARLY))
            .flatMap(List::stream)
            .toList();
    List<Exploration> explorations =
        Stream.of(
                explorations(WideTables.FAULTY, NARROW, ""),
                explorations(WideTables.FAULTY, NARROW, SUFFIX),
                explorations(CURED, NARROW, SUFFIX),
                explorations(Shapes.ALL, List.of("CreateDeleteFind"), SUFFIX),
                explorations(Shapes.POOLED, REUSING, ""),
                explorations(List.of(FREED_EARLY), REUSING, ""))
            .flatMap(each -> each)
            .toList();
    List<ExplorationResult> rows =
        new ExplorationRunner(
                folder,
                1,
                List.of(new ExplorationBudget(new Bound(1, 0), 1_000, 0, false)),
                Duration.ofMinutes(2),
                Deadline.none(),
                ClassPaths.with(folder, designs.toArray(Design[]::new)))
            .run(explorations, ProgressListener.NONE);
    assertThat(rows)
        .extracting(ExplorationResult::status, ExplorationResult::reason)
        .containsOnly(tuple(RunStatus.RUN, ""));
    assertThat(rows)
        .filteredOn(row -> !row.broken().isEmpty() && !row.design().equals(FREED_EARLY.name()))
        .allSatisfy(row -> assertThat(row.scenario()).endsWith(SUFFIX));
    assertThat(broken(rows))
        .containsOnly(
            entry("MiddleOfRange", Set.of(Claim.NO_LEAK_ON_EXIT)),
            entry("LowHalfOfOwner", Set.of(Claim.OWNER_ISOLATION)),
            entry("LoserIn16Bits", Set.of(Claim.WRAPS_TO_ZERO)),
            entry(
                "LoserBehindTheEnd",
                Set.of(Claim.VALID_IDS, Claim.WRAPS_TO_ZERO, Claim.NO_DANGLING_TIMER)),
            entry("PackedKey", Set.of(Claim.OWNER_ISOLATION)),
            entry("BoxedReservation", Set.of(Claim.UNIQUE_IDS)),
            entry("FreedEarly", Set.of(Claim.NO_LOST_TIMER)));
  }

  private static Stream<Exploration> explorations(
      List<Design> designs, List<String> scenarios, String suffix) {
    return designs.stream()
        .flatMap(
            design ->
                scenarios.stream()
                    .map(name -> Scenarios.named(name + suffix))
                    .map(scenario -> new Exploration(design, scenario, Set.of())));
  }

  private static Map<String, Set<Claim>> broken(List<ExplorationResult> rows) {
    Map<String, Set<Claim>> broken = new TreeMap<>();
    for (ExplorationResult row : rows) {
      row.broken()
          .forEach(
              witness ->
                  broken
                      .computeIfAbsent(row.design(), name -> new TreeSet<>())
                      .add(witness.claim()));
    }
    return broken;
  }
}
