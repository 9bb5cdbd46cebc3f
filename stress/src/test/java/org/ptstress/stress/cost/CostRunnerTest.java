package org.ptstress.stress.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Blame;
import org.ptstress.run.cost.Cost;
import org.ptstress.run.cost.CostComparison;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.CountedClaims;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.FieldCount;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.PairRow;
import org.ptstress.run.cost.Part;
import org.ptstress.run.cost.Population;
import org.ptstress.run.cost.Relation;
import org.ptstress.run.cost.WorkingSet;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProcessTree;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.shape.ByteView;
import org.ptstress.shape.StripedLocks;
import org.ptstress.stress.outside.CountsSome;
import org.ptstress.stress.outside.Honest;
import org.ptstress.stress.outside.Hurries;
import org.ptstress.stress.outside.Peeks;
import org.ptstress.stress.outside.ThrowsWhenLarge;
import org.ptstress.stress.outside.Unseen;
import org.ptstress.stress.outside.WaitsWhenLarge;
import org.ptstress.stress.outside.growth.DeadNodes;
import org.ptstress.stress.outside.growth.SweptNodes;
import org.ptstress.stress.outside.lock.Parks;
import org.ptstress.stress.outside.lock.ReadsStamps;
import org.ptstress.stress.support.ClassPaths;

/** What the counts and conflicts of known designs must be, and when nothing is reported. */
class CostRunnerTest {
  /** The CPU time of a JVM that has started. */
  private static final long STARTED_MILLIS = 50;

  private static final Duration SILENCE = Duration.ofMinutes(2);

  @TempDir private Path temp;

  @Test
  void countsAndConflictsAreThoseOfTheReference() throws IOException, InterruptedException {
    Design slots = Designs.named("SelfHashingSlots");
    List<DesignCosts> costs =
        costs(
            List.of(), Designs.named("GlobalIdr"), Designs.named("RfcHash"), slots, new Hurries());
    DesignCosts idr = costs.get(0);
    DesignCosts rfc = costs.get(1);
    assertThat(idr.problem() + rfc.problem()).isEmpty();
    findsCostAtMost(costs.get(2), idr);

    assertThat(row(idr, Operation.FIND, Population.KERNEL_512).loads()).isEqualTo(17);
    assertThat(row(idr, Operation.FIND, Population.KERNEL_65536).loads()).isEqualTo(21);
    assertThat(row(rfc, Operation.FIND, Population.KERNEL_512).loads()).isBetween(17.0, 18.0);
    assertThat(row(rfc, Operation.FIND, Population.KERNEL_65536).loads()).isBetween(250.0, 290.0);
    assertThat(flat(idr).detail()).contains("timers^0.000 in 16 buckets");
    assertThat(flat(rfc).detail()).contains("timers^0.8");
    assertThat(costs).allSatisfy(CostRunnerTest::requireFields);
    CountRow find = row(rfc, Operation.FIND, Population.SMALL_1000);
    assertThat(find.fields())
        .contains(new FieldCount("TicketLock.nextTicket", 0, 0, find.draws(), 0));
    assertThat(find.call().rmws()).isEqualTo(find.draws());
    assertThat(find.call().allocations()).isZero();
    CountRow create = row(rfc, Operation.CREATE, Population.KERNEL_65536);
    assertThat(create.call().allocations())
        .as("a timer and its lock")
        .isEqualTo(2L * create.draws());

    PairRow free = pair(idr, Operation.FIND, Operation.FIND, Relation.OTHER_PROCESS);
    assertThat(free.conflictFree()).isTrue();
    assertThat(free.states()).isEqualTo(100);
    PairRow finds = pair(rfc, Operation.FIND, Operation.FIND, Relation.OTHER_PROCESS);
    assertThat(finds.freeStates()).isZero();
    assertThat(finds.blame()).isEqualTo(Blame.DESIGN);
    assertThat(finds.culprits())
        .contains(
            new Culprit("table.hashLock.nextTicket", Part.TABLE, true, true, "RMW | RMW", 100));
    PairRow creates = pair(idr, Operation.CREATE, Operation.CREATE, Relation.SAME_PROCESS);
    assertThat(creates.blame()).isEqualTo(Blame.INTERFACE);
    assertThat(creates.culprits())
        .contains(
            new Culprit("process.siglock.nextTicket", Part.PROCESS, true, true, "RMW | RMW", 100))
        .noneMatch(culprit -> culprit.location().contains("inSyscall"))
        .noneMatch(culprit -> culprit.location().startsWith("("));

    requireEqualOnABusyMachine(costs.subList(2, 4), new Hurries(), slots);
    assertThat(CostComparison.of(costs.get(2), costs.get(3)).isUnchanged())
        .as("a control: other code")
        .isFalse();
  }

  /** In another JVM, in another order, beside a thread that takes a CPU. */
  private void requireEqualOnABusyMachine(List<DesignCosts> costs, Design... designs)
      throws IOException, InterruptedException {
    Thread busy = new Thread(CostRunnerTest::burn);
    busy.start();
    try {
      List<String> other =
          List.of("-XX:-UseSerialGC", "-XX:+UseParallelGC", "-XX:-UseCompressedOops");
      assertThat(CostComparison.of(costs, costs(other, designs)))
          .hasSize(designs.length)
          .allMatch(CostComparison::isUnchanged);
    } finally {
      busy.interrupt();
    }
  }

  private static void burn() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  /** None of the pairs, which have few timers, counts lookups; finds of all timers do. */
  @Test
  void findsOfAllTimersShowWhatFewOfThemShare() throws IOException, InterruptedException {
    DesignCosts costs = costs(List.of(), new CountsSome()).get(0);
    assertThat(costs.problem()).isEmpty();
    assertThat(pair(costs, Operation.FIND, Operation.FIND, Relation.OTHER_PROCESS).conflictFree())
        .isTrue();
    assertThat(costs.accesses().workingSet(Population.SMALL_4000).orElseThrow().shared())
        .as("without the counters that threads have of their own")
        .containsExactly("table.lookups.value");
    assertThat(CountedClaims.about(Claim.SCALABLE_FIND, "CountsSome", List.of(costs)).broken())
        .isTrue();
  }

  @Test
  void designsFromOutsideAreSeenInto() throws IOException, InterruptedException {
    // Of the last two, one keeps its stripes in an immutable list of the JDK, one loads a lock.
    List<Design> designs =
        List.of(
            new Unseen(),
            new Honest(),
            new Parks(),
            new Peeks(),
            new StripedLocks(),
            new ReadsStamps());
    List<DesignCosts> all =
        new CostRunner(
                temp,
                1,
                SILENCE,
                false,
                Deadline.none(),
                ClassPaths.with(temp, designs.toArray(Design[]::new)),
                List.of())
            .costs(designs, ProgressListener.NONE);
    DesignCosts costs = all.get(0);
    assertThat(costs.problem())
        .startsWith("the record is incomplete: ")
        .contains("table.created.count")
        .endsWith(" changed without a recorded access");
    assertThat(costs.accesses().counts()).isEmpty();
    assertThat(costs.conflicts().pairs()).isEmpty();

    assertThat(all)
        .extracting(DesignCosts::problem)
        .endsWith(
            "",
            "",
            "the record is incomplete: table.open.count was read without a recorded access",
            "",
            "");
    // A map of the JDK counts in one place until two threads meet there.
    PairRow deletes = pair(all.get(1), Operation.DELETE, Operation.DELETE, Relation.OTHER_PROCESS);
    assertThat(deletes.culprits())
        .contains(
            new Culprit(
                "table.timers.baseCount", Part.TABLE, false, true, "load+RMW | load+RMW", 100));
    assertThat(deletes.blame()).isEqualTo(Blame.STRIPES);
    // The monitor of all inserts does not.
    PairRow creates = pair(all.get(1), Operation.CREATE, Operation.CREATE, Relation.OTHER_PROCESS);
    assertThat(creates.culprits())
        .contains(
            new Culprit("table.monitor", Part.TABLE, true, true, "store+RMW | store+RMW", 100));
    assertThat(creates.blame()).isEqualTo(Blame.DESIGN);
    // Nor does a lock, and nobody parks for it.
    PairRow parked = pair(all.get(2), Operation.CREATE, Operation.CREATE, Relation.OTHER_PROCESS);
    assertThat(parked.culprits())
        .filteredOn(culprit -> culprit.location().equals("table.lock.sync.state"))
        .isNotEmpty()
        .allMatch(Culprit::lock);
    assertThat(parked.blame()).isEqualTo(Blame.DESIGN);
    // A lookup that only loads the word of a lock does not pass for one beside data.
    PairRow optimistic = pair(all.get(5), Operation.FIND, Operation.CREATE, Relation.SAME_PROCESS);
    assertThat(optimistic.culprits())
        .filteredOn(culprit -> culprit.location().equals("table.lock.state"))
        .isNotEmpty()
        .allMatch(culprit -> culprit.lock() && !culprit.firstWrites());
  }

  @Test
  void aFindThatWalksOverWhatWasDeletedIsNotFlat() throws IOException, InterruptedException {
    List<DesignCosts> costs = costs(List.of(), new DeadNodes(), new SweptNodes());
    assertThat(costs).extracting(DesignCosts::problem).containsOnly("");
    DesignCosts dead = costs.get(0);
    // A chain of 16 gets a node of each round in 16, and one of what was found lies behind them.
    assertThat(row(dead, Operation.FIND, Population.AGED_16000).loads())
        .isGreaterThan(10 * row(dead, Operation.FIND, Population.AGED_1000).loads());
    assertThat(row(costs.get(1), Operation.FIND, Population.AGED_16000).loads())
        .isEqualTo(row(costs.get(1), Operation.FIND, Population.AGED_1000).loads());
    assertThat(flat(dead).broken()).isTrue();
  }

  @Test
  void accessThatIsNotSeenIsNoFailureOfTheDesign() throws IOException, InterruptedException {
    assertThat(costs(List.of(), new ByteView()).get(0).problem())
        .contains("ByteView", "neither a field's nor an array's")
        .doesNotContain("failed");
  }

  @Test
  void whatWasCountedBeforeAFailureStays() throws IOException, InterruptedException {
    Design throwing = new ThrowsWhenLarge();
    DesignCosts costs = costs(List.of(), throwing).get(0);
    assertThat(costs.problem()).startsWith("an operation failed: ").endsWith("1000");
    requireFirstRows(costs);
  }

  @Test
  void whatWasCountedWhenTheRunIsStoppedStays() throws Exception {
    Design waiting = new WaitsWhenLarge();
    List<Design> designs = List.of(waiting, new Honest());
    CostRunner runner = waiting(designs);
    FutureTask<List<DesignCosts>> task =
        new FutureTask<>(() -> runner.costs(designs, ProgressListener.NONE));
    Thread counting = new Thread(task, "counts");
    counting.start();
    awaitFirstRows(runner, waiting);
    counting.interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(task::get)
        .withCauseInstanceOf(InterruptedException.class);
    List<DesignCosts> stopped = runner.rows(designs, "the run was stopped");
    assertThat(stopped).extracting(DesignCosts::problem).containsOnly("the run was stopped");
    requireFirstRows(stopped.get(0));
    assertThat(stopped.get(1).extent()).isEqualTo(DesignCosts.Extent.NOTHING);
  }

  @Test
  void countsWhoseChildIsKilledAreMadeAgain() throws IOException, InterruptedException {
    List<Design> designs = List.of(new Honest(), new StripedLocks());
    List<DesignCosts> costs =
        waiting(designs)
            .costs(
                designs,
                (done, all, what) -> {
                  if (done == 1) {
                    ProcessTree.killDescendants();
                  }
                });
    assertThat(costs).extracting(DesignCosts::problem).containsOnly("");
  }

  /** Once: a design may have killed its JVM itself. What the first try counted stays. */
  @Test
  void countsWhoseChildIsKilledTwiceAreCutShort() throws Exception {
    Design design = new WaitsWhenLarge();
    List<Design> designs = List.of(design);
    CostRunner runner = waiting(designs);
    FutureTask<List<DesignCosts>> task =
        new FutureTask<>(() -> runner.costs(designs, ProgressListener.NONE));
    new Thread(task, "counts").start();
    awaitFirstRows(runner, design);
    while (!task.isDone()) {
      killChildren();
      TimeUnit.MILLISECONDS.sleep(10);
    }
    DesignCosts costs = task.get().get(0);
    assertThat(costs.problem())
        .startsWith("its JVM ended with status 137, killed by SIGKILL from outside ptstress; see ");
    requireFirstRows(costs);
  }

  /**
   * Not the helper that starts them, without which none starts. A fork of this JVM that is about to
   * become that helper has its command, too, but has done nothing yet.
   */
  private static void killChildren() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      children
          .filter(child -> child.info().command().orElse("").equals(ChildJvm.java()))
          .filter(
              child ->
                  child.info().totalCpuDuration().orElse(Duration.ZERO).toMillis()
                      >= STARTED_MILLIS)
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void aSecondTryThatCameLessFarTakesNothingAway() throws IOException, InterruptedException {
    DesignCosts first = costs(List.of(), new ThrowsWhenLarge()).get(0);
    DesignCosts less =
        new DesignCosts(
            new Accesses(first.design(), "", null, null, List.of(), List.of()), first.conflicts());
    assertThat(CostRunner.more(first, less)).isSameAs(first);
    assertThat(CostRunner.more(less, first)).isSameAs(first);
  }

  private CostRunner waiting(List<Design> designs) throws IOException {
    return new CostRunner(
        temp,
        1,
        Duration.ofHours(1),
        false,
        Deadline.none(),
        ClassPaths.with(temp, designs.toArray(Design[]::new)),
        List.of());
  }

  /** Until the table of 250 timers is counted; the next one is too large. */
  private static void awaitFirstRows(CostRunner runner, Design design) throws InterruptedException {
    while (runner.rows(List.of(design), "it waits").get(0).accesses().counts().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static void requireFirstRows(DesignCosts costs) {
    assertThat(costs.extent()).isEqualTo(DesignCosts.Extent.PART);
    assertThat(costs.accesses().counts())
        .isNotEmpty()
        .allMatch(row -> row.population() == Population.SMALL_250);
    assertThat(costs.conflicts().pairs()).isNotEmpty();
    assertThat(CountedClaims.about(Claim.SCALABLE_FIND, costs.design(), List.of(costs)).extent())
        .isEqualTo(DesignCosts.Extent.PART);
  }

  private List<DesignCosts> costs(List<String> jvmArgs, Design... designs)
      throws IOException, InterruptedException {
    String classPath = ClassPaths.with(temp, designs);
    return new CostRunner(temp, 1, SILENCE, false, Deadline.none(), classPath, jvmArgs)
        .costs(List.of(designs), ProgressListener.NONE);
  }

  private static CountedClaims.Answer flat(DesignCosts costs) {
    return CountedClaims.about(Claim.FLAT_LOOKUP, costs.design(), List.of(costs));
  }

  /** Nothing is counted that no field accounts for. */
  private static void requireFields(DesignCosts costs) {
    for (CountRow row : costs.accesses().counts()) {
      Cost call = row.call();
      assertThat(sum(row, FieldCount::loads)).isEqualTo(call.loads());
      assertThat(sum(row, FieldCount::stores)).isEqualTo(call.stores());
      assertThat(sum(row, FieldCount::rmws)).isEqualTo(call.rmws());
      assertThat(sum(row, FieldCount::allocations)).isEqualTo(call.allocations());
      assertThat(row.fields()).isSortedAccordingTo(Comparator.comparing(FieldCount::field));
    }
  }

  private static long sum(CountRow row, ToLongFunction<FieldCount> count) {
    return row.fields().stream().mapToLong(count).sum();
  }

  /** Hits and misses load no more at any population, and all hits together touch no more. */
  private static void findsCostAtMost(DesignCosts costs, DesignCosts limit) {
    for (Population population : Population.values()) {
      if (population.isOptional()) {
        continue;
      }
      List<Operation> counted =
          population.rounds() > 0
              ? List.of(Operation.FIND)
              : List.of(Operation.FIND, Operation.MISS);
      for (Operation operation : counted) {
        assertThat(row(costs, operation, population).loads())
            .as("loads of %s, %s", operation, population)
            .isLessThanOrEqualTo(row(limit, operation, population).loads());
      }
    }
    for (WorkingSet most : limit.accesses().workingSets()) {
      WorkingSet set = costs.accesses().workingSet(most.population()).orElseThrow();
      assertThat(set.locations()).as("locations, %s", set).isLessThanOrEqualTo(most.locations());
      assertThat(set.objects()).as("objects, %s", set).isLessThanOrEqualTo(most.objects());
      assertThat(set.places()).as("places, %s", set).isLessThanOrEqualTo(most.places());
    }
  }

  private static CountRow row(DesignCosts costs, Operation operation, Population population) {
    return costs.accesses().counts().stream()
        .filter(row -> row.operation() == operation && row.population() == population)
        .findFirst()
        .orElseThrow();
  }

  private static PairRow pair(
      DesignCosts costs, Operation first, Operation second, Relation relation) {
    return costs.conflicts().pairs().stream()
        .filter(row -> row.first() == first && row.second() == second)
        .filter(row -> row.relation() == relation)
        .findFirst()
        .orElseThrow();
  }
}
