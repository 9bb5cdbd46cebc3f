package org.ptstress.bench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.measurement.Row;
import org.ptstress.run.result.Profile;

final class ThroughputPlanTest {
  private static final String LIMIT = "b.FindBenchmark.limit";
  private static final String PAIR = "b.CreateDeleteBenchmark.createDelete";

  private final ThroughputPlan plan = plan(2);

  private static ThroughputPlan plan(int cpus) {
    return new ThroughputPlan(
        new ThroughputBudget(
            List.of(
                Series.of(
                    Workloads.FIND,
                    Workloads.timers(512, 65_536),
                    Threads.ENDS,
                    3,
                    BriefBudgets.TIME),
                Series.of(PAIR, Workloads.timers(512), Threads.TWICE, 2, BriefBudgets.TIME)
                    .only("B"::equals),
                Series.of(LIMIT, Workloads.timers(512), Threads.ONE, 1, BriefBudgets.TIME).once()),
            0),
        List.of("A", "B", "C"),
        cpus);
  }

  @Test
  void hasARowForEachParameterDesignAndThreadCount() {
    assertThat(plan.forksOfRows())
        .hasSize(2 * 3 * 2 + 1 + 1)
        .containsEntry(new Row(Workloads.FIND, "B", 65_536, 2), 3)
        .containsEntry(new Row(PAIR, "B", 512, 4), 2)
        .containsEntry(new Row(LIMIT, "", 512, 1), 1);
    assertThat(plan.times()).hasSameSizeAs(plan.forksOfRows()).containsValue(BriefBudgets.TIME);
  }

  @Test
  void runsTheForksThatEachRowNeeds() {
    Map<Row, Integer> forks = new HashMap<>();
    plan.forks().forEach(row -> forks.merge(row, 1, Integer::sum));

    assertThat(forks).isEqualTo(plan.forksOfRows());
  }

  @Test
  void spreadsTheForksOfARowOverTheRun() {
    Row row = new Row(Workloads.FIND, "B", 512, 1);
    List<Row> forks = plan.forks();

    assertThat(forks.indexOf(row)).isLessThan(12);
    assertThat(forks.lastIndexOf(row)).isGreaterThanOrEqualTo(forks.size() - 12);
  }

  @Test
  void takesTheThreadCountsInTurnsInEitherOrder() {
    assertThat(plan.forks())
        .filteredOn(
            row ->
                row.benchmark().endsWith(".find")
                    && row.design().equals("A")
                    && row.timers() == 512)
        .extracting(Row::threads)
        .containsExactly(1, 2, 2, 1, 1, 2);
  }

  @Test
  void runsOneThreadOnceOnAMachineWithOneCpu() {
    assertThat(plan(1).forksOfRows().keySet())
        .filteredOn(row -> row.benchmark().equals(Workloads.FIND))
        .hasSize(2 * 3)
        .allMatch(row -> row.threads() == 1);
  }

  @Test
  void threadCountsFollowTheMachine() {
    assertThat(Threads.SCALING.on(1)).containsExactly(1);
    assertThat(Threads.SCALING.on(2)).containsExactly(1, 2);
    assertThat(Threads.SCALING.on(6)).containsExactly(1, 2, 4, 6);
    assertThat(Threads.SEVERAL.on(1)).isEmpty();
    assertThat(Threads.SEVERAL.on(6)).containsExactly(6);
    assertThat(Threads.TWICE.on(6)).containsExactly(12);
    assertThat(Threads.FEW.on(1)).isEmpty();
    assertThat(Threads.FEW.on(64)).containsExactly(8);
    assertThat(Threads.LETTER.on(2)).containsExactly(2);
    assertThat(Threads.LETTER.on(64)).containsExactly(63);
  }

  /** What the issue of a standard run is to show, each with rows of its own. */
  @Test
  void aStandardRunMeasuresEveryKindOnTheDesignsThatCanRunIt() {
    List<String> all = Designs.all().stream().map(Design::name).toList();
    Map<Row, Integer> rows =
        new ThroughputPlan(ThroughputBudget.of(Profile.STANDARD), all, 2).forksOfRows();

    assertThat(designs(rows, "FindBenchmark.find", 100_000)).containsAll(all);
    assertThat(designs(rows, "FindBenchmark.findInProcesses", 5_000)).containsAll(all);
    assertThat(designs(rows, "GrowthBenchmark.find", 1_000_000))
        .contains("GlobalIdr", "SelfHashingSlots", "ConcurrentHashMapTable")
        .doesNotContain("RfcHash", "BucketLockHash");
    assertThat(designs(rows, "RestoreBenchmark.exactIds", 0))
        .contains("BucketLockHash", "ProcessIdr", "SelfHashingSlots")
        .doesNotContain("RfcHash", "GlobalIdr");
    assertThat(designs(rows, "ExhaustionBenchmark.refusedCreate", 0))
        .contains("GlobalIdr", "BucketLockHash")
        .doesNotContain("RfcHash");
    assertThat(designs(rows, "ReplayBenchmark.create", 100_000))
        .contains("BoundedScanHash", "BucketLockHash")
        .doesNotContain("RfcHash");
    assertThat(rows.keySet())
        .filteredOn(row -> row.benchmark().endsWith("ReplayBenchmark.createDelete"))
        .extracting(Row::design, row -> row.params().get("owners"), Row::threads)
        .contains(tuple("ProcessIdr", "ONE_PROCESS", 2), tuple("PrecheckHash", "PROCESS_EACH", 2));
    assertThat(rows.keySet()).anyMatch(row -> "TICKET".equals(row.params().get("lock")));
    // One fork gives no interval, and what promises are held against needs one.
    rows.forEach(
        (row, forks) -> {
          if (row.benchmark().equals(Workloads.FIND)) {
            assertThat(forks).as("%s", row).isGreaterThan(1);
          }
        });
  }

  private static List<String> designs(Map<Row, Integer> rows, String benchmark, int timers) {
    return rows.keySet().stream()
        .filter(row -> row.benchmark().endsWith(benchmark) && row.timers() == timers)
        .map(Row::design)
        .distinct()
        .toList();
  }
}
