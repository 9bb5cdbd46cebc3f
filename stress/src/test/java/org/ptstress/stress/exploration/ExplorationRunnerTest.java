package org.ptstress.stress.exploration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProcessTree;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Slices;
import org.ptstress.stress.outside.Hungry;
import org.ptstress.stress.outside.lock.Nests;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.stress.support.ClassPaths;
import org.ptstress.wide.MovedInPlace;

/** What breaks on weak memory only is found, and nothing is held against what does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorationRunnerTest {
  private static final List<String> STALE_FINDS =
      List.of(
          "LockedIdr",
          "GlobalIdr",
          "RfcHash",
          "RcuHash",
          "RcuHash47",
          "BoundedScanHash",
          "PrecheckHash",
          "PublishedWithoutLock",
          "PublishedWithoutRelease");

  private static final List<String> GOOD =
      List.of("BucketLockHash", "ProcessIdr", "NamespaceIdr", "SelfHashingSlots");

  private static final Map<String, String> MORE =
      Map.of(
          "RcuHash47", "WrapAround",
          "BoundedScanHash", "WrapAround",
          "AddedWithoutRelease", "CreateAgainstDelete",
          "UnlockWithoutRelease", "OneFreeId",
          // Its slots grow, for which classes are loaded in the middle of an execution.
          "SelfHashingSlots", "WrapAround");

  private final Map<String, ExplorationResult> rows = new HashMap<>();

  @BeforeAll
  void explores(@TempDir Path temp) throws IOException, InterruptedException {
    Stream<Exploration> explorations =
        Stream.concat(
            Stream.concat(STALE_FINDS.stream(), GOOD.stream())
                .map(name -> exploration(name, "CreateAgainstFind")),
            MORE.entrySet().stream().map(each -> exploration(each.getKey(), each.getValue())));
    runner(temp, 1, Deadline.none())
        .run(explorations.toList(), ProgressListener.NONE)
        .forEach(row -> rows.put(row.design() + " " + row.scenario(), row));
  }

  @Test
  void lackOfMemoryIsAReasonAndEndsNoJvm(@TempDir Path temp) throws Exception {
    Design hungry = new Hungry();
    List<ExplorationResult> ended =
        new ExplorationRunner(
                temp,
                1,
                List.of(new ExplorationBudget(new Bound(0, 0), 1, 0, false)),
                Duration.ofMinutes(1),
                Deadline.none(),
                ClassPaths.with(temp, hungry))
            .run(
                List.of(new Exploration(hungry, Scenarios.named("OneFreeId"), Set.of())),
                ProgressListener.NONE);
    assertThat(ended)
        .extracting(ExplorationResult::reason)
        .allSatisfy(reason -> assertThat(reason).contains("out of memory").contains("large table"));
  }

  /** Whatever else takes the executions: stale reads, or a witness against another claim. */
  @Test
  void onePreemptionIsExploredWhateverTheBudget(@TempDir Path temp) throws Exception {
    Design faulty = new MovedInPlace.From12();
    Design cured = new MovedInPlace.Cured();
    List<ExplorationResult> explored =
        new ExplorationRunner(
                temp,
                1,
                List.of(new ExplorationBudget(new Bound(2, 1), 1, 0, false)),
                Duration.ofMinutes(1),
                Deadline.none(),
                ClassPaths.with(temp, faulty, cured))
            .run(
                List.of(
                    new Exploration(faulty, Scenarios.named("FindBesideTwelve"), Set.of()),
                    new Exploration(cured, Scenarios.named("FindBesideTwelve"), Set.of()),
                    new Exploration(
                        cured, Scenarios.named("DeleteAgainstFindAtFullWidth"), Set.of()),
                    exploration("RfcHash", "GrowthAgainstChangeAtFullWidth")),
                ProgressListener.NONE);
    assertThat(explored.get(0).broken())
        .extracting(ExploredWitness::claim)
        .containsOnly(Claim.NO_LOST_TIMER);
    assertThat(explored.subList(1, 3)).allMatch(row -> row.broken().isEmpty());
    assertThat(explored.get(3).broken()).isNotEmpty();
    assertThat(explored).allMatch(row -> requireNonNull(row.exhausted()).covers(new Bound(1, 0)));
  }

  @Test
  void sectionInASectionIsASentence(@TempDir Path temp) throws Exception {
    Design nests = new Nests();
    List<ExplorationResult> explored =
        new ExplorationRunner(
                temp,
                1,
                List.of(new ExplorationBudget(new Bound(0, 0), 1, 0, false)),
                Duration.ofMinutes(1),
                Deadline.none(),
                ClassPaths.with(temp, nests))
            .run(
                List.of(new Exploration(nests, Scenarios.named("CreateAgainstFind"), Set.of())),
                ProgressListener.NONE);
    assertThat(explored)
        .flatExtracting(ExplorationResult::broken)
        .singleElement()
        .satisfies(
            witness -> {
              assertThat(witness.claim()).isEqualTo(Claim.CALLS_END);
              assertThat(witness.message()).contains("a read section was opened inside another");
            });
  }

  private static Exploration exploration(String design, String scenario) {
    return new Exploration(Faults.subject(design), Scenarios.named(scenario), Set.of());
  }

  private static ExplorationRunner runner(Path folder, int cpus, Deadline deadline) {
    return runner(folder, cpus, deadline, new Bound(2, 2));
  }

  private static ExplorationRunner runner(Path folder, int cpus, Deadline deadline, Bound bound) {
    return new ExplorationRunner(
        folder,
        cpus,
        List.of(new ExplorationBudget(bound, 1_000_000, 0, false)),
        Duration.ofSeconds(60),
        deadline);
  }

  /** As many executions, but that each slice makes those that cost nothing; each broken claim. */
  @Test
  void slicesAddUpToTheWhole(@TempDir Path temp) throws Exception {
    for (Exploration whole :
        List.of(
            exploration("BucketLockHash", "DeleteAgainstFind"),
            exploration("RfcHash", "CreateAgainstFind"))) {
      List<Exploration> all = new ArrayList<>(List.of(whole));
      all.addAll(whole.slices(3).toList());
      List<ExplorationResult> explored =
          runner(temp, 1, Deadline.none()).run(all, ProgressListener.NONE);
      assertThat(explored).extracting(ExplorationResult::status).containsOnly(RunStatus.RUN);
      ExplorationResult expected = explored.get(0);
      List<ExplorationResult> slices = explored.subList(1, 4);
      assertThat(slices)
          .extracting(row -> requireNonNull(row.slice()).number())
          .containsExactly(1, 2, 3);
      ExplorationResult joined = Slices.joined(slices).get(0);
      assertThat(joined.exhausted()).isEqualTo(expected.exhausted()).isNotNull();
      assertThat(joined.broken())
          .extracting(ExploredWitness::claim)
          .containsExactlyInAnyOrderElementsOf(
              expected.broken().stream().map(ExploredWitness::claim).toList());
      if (expected.broken().isEmpty()) {
        long free =
            runner(temp, 1, Deadline.none(), new Bound(0, 0))
                .run(List.of(whole), ProgressListener.NONE)
                .get(0)
                .executions();
        assertThat(joined.executions()).isEqualTo(expected.executions() + 2 * free);
        assertThat(slices)
            .as("each has its part")
            .allMatch(row -> row.executions() > expected.executions() / 5);
      }
    }
  }

  @Test
  void timersPublishedUnderAnotherLockAreSeenStale() {
    for (String design : STALE_FINDS) {
      ExploredWitness witness = witness(design + " CreateAgainstFind", Claim.NO_STALE_FIND);
      assertThat(witness.weakMemory()).as(design).isTrue();
      assertThat(witness.bound()).as(design).isEqualTo(new Bound(0, 1));
      assertThat(witness.trace())
          .contains("creator", "finder", "KTimer#1.", "stale: the newest is");
    }
  }

  @Test
  void theSearchSkipsZeroWhenItSeesTheOwnerWithAnOldId() {
    for (String design : List.of("RcuHash47", "BoundedScanHash")) {
      assertThat(witness(design + " WrapAround", Claim.WRAPS_TO_ZERO).weakMemory()).isTrue();
    }
  }

  @Test
  void missingReleasesAreFound() {
    assertThat(witness("AddedWithoutRelease CreateAgainstDelete", Claim.NO_LOST_TIMER).weakMemory())
        .isTrue();
    assertThat(witness("UnlockWithoutRelease OneFreeId", Claim.UNIQUE_IDS).weakMemory()).isTrue();
  }

  @Test
  void nothingIsHeldAgainstWhatIsRight() {
    for (String design : GOOD) {
      ExplorationResult row = row(design + " CreateAgainstFind");
      assertThat(row.broken()).as(design).isEmpty();
      assertThat(row.exhausted()).as(design).isEqualTo(new Bound(2, 2));
      assertThat(row.executions()).as(design).isBetween(40L, 1_000L);
    }
  }

  @Test
  void whatTheJvmDoesInTheMiddleOfAnExecutionIsNotExplored() {
    assertThat(row("SelfHashingSlots WrapAround").broken()).isEmpty();
  }

  @Test
  void whatIsCutOffHasNotRun(@TempDir Path temp) throws IOException, InterruptedException {
    List<Exploration> all = Exploration.of(Designs.named("GlobalIdr")).toList();
    List<ExplorationResult> cut =
        runner(temp, 1, Deadline.in(Duration.ZERO)).run(all, ProgressListener.NONE);
    assertThat(cut)
        .isEqualTo(ExplorationRunner.notRun(all, Deadline.OUT_OF_TIME))
        .hasSizeGreaterThan(10)
        .extracting(ExplorationResult::status)
        .containsOnly(RunStatus.NOT_RUN);
  }

  /** Whoever stops a run may kill its children before it interrupts it. */
  @Test
  void anExplorationWhoseChildIsKilledIsMadeAgain(@TempDir Path temp) throws Exception {
    List<Exploration> all = Exploration.of(Designs.named("GlobalIdr")).limit(6).toList();
    ExplorationBudget small = new ExplorationBudget(new Bound(1, 0), 50, 0, false);
    List<ExplorationResult> explored =
        new ExplorationRunner(
                temp, 1, List.of(small, small), Duration.ofMinutes(1), Deadline.none())
            .run(
                all,
                (done, total, what) -> {
                  if (done == 1 || done == all.size() + 1) {
                    ProcessTree.killDescendants();
                  }
                });
    assertThat(explored).extracting(ExplorationResult::reason).containsOnly("");
  }

  private ExplorationResult row(String pair) {
    ExplorationResult row = requireNonNull(rows.get(pair), pair);
    assertThat(row.reason()).as(pair).isEmpty();
    return row;
  }

  private ExploredWitness witness(String pair, Claim claim) {
    List<ExploredWitness> witnesses =
        row(pair).broken().stream().filter(witness -> witness.claim() == claim).toList();
    assertThat(witnesses).as(pair).hasSize(1);
    return witnesses.get(0);
  }
}
