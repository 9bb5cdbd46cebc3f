package org.ptstress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ptstress.bench.ThroughputBudget.Rows;

final class ThroughputPlanTest {
  private static final ThroughputBudget BUDGET = budget(Rows.ALL);

  private final ThroughputPlan plan = new ThroughputPlan(BUDGET, List.of("A", "B", "C"), 2);

  private static ThroughputBudget budget(Rows rows) {
    return new ThroughputBudget(3, 2, 1, 0, 0, 1, 10, 1, 10, List.of(512, 65_536), rows);
  }

  @Test
  void runsAFindForEachDesignPopulationAndThreadCount() {
    assertThat(plan.forksOfRows())
        .containsEntry(new Row("org.ptstress.bench.FindBenchmark.find", "B", 65_536, 2), 3)
        .containsEntry(
            new Row("org.ptstress.bench.CreateDeleteBenchmark.createDelete", "A", 512, 1), 2)
        .hasSize(12 + 12 + 6 + 2 * (4 + 2));
  }

  @Test
  void replaysTheTableOf2025WithTheDesignsThatItCompares() {
    ThroughputPlan replay =
        new ThroughputPlan(BUDGET, List.of("RfcHash", "BucketLockHash", "ProcessIdr"), 2);
    assertThat(replay.forksOfRows().keySet())
        .filteredOn(row -> row.benchmark().contains("ReplayBenchmark"))
        .hasSize(2 * 3 * 2)
        .contains(
            new Row("org.ptstress.bench.ReplayBenchmark.create", "BucketLockHash", 100_000, 1),
            new Row("org.ptstress.bench.ReplayBenchmark.getoverrun", "ProcessIdr", 20_000, 1))
        .allMatch(row -> row.threads() == 1 && !row.design().equals("RfcHash"));
  }

  @Test
  void runsOnlyFindsByOneThreadInTheLargerPopulationIfThereAreToBeFewRows() {
    assertThat(new ThroughputPlan(budget(Rows.FEW), List.of("A", "B"), 2).forksOfRows().keySet())
        .filteredOn(row -> row.timers() == 65_536)
        .containsExactlyInAnyOrder(
            new Row("org.ptstress.bench.FindBenchmark.find", "A", 65_536, 1),
            new Row("org.ptstress.bench.FindBenchmark.find", "B", 65_536, 1),
            new Row("org.ptstress.bench.FindBenchmark.baseline", "", 65_536, 1));
  }

  @Test
  void growthTakesOneForkLessIfThereAreToBeFewRows() {
    assertThat(new ThroughputPlan(budget(Rows.FEW), List.of("A"), 2).forksOfRows())
        .containsEntry(new Row(ThroughputPlan.FIND, "A", 65_536, 1), 2)
        .containsEntry(new Row(ThroughputPlan.FIND, "A", 512, 1), 3)
        .containsEntry(new Row("org.ptstress.bench.FindBenchmark.baseline", "", 65_536, 1), 1);
  }

  @Test
  void leavesOutOfTheFirstPopulationWhatIsNotComparedIfThereAreToBeFewRows() {
    ThroughputPlan few = new ThroughputPlan(budget(Rows.FEW), List.of("A", "B", "C"), 2);
    Set<Row> missing = firstPopulation(plan);
    missing.removeAll(firstPopulation(few));

    assertThat(missing).filteredOn(row -> row.benchmark().endsWith(".limit")).hasSize(2 + 2);
    assertThat(missing)
        .filteredOn(row -> row.benchmark().endsWith(".findBesideCreateDelete"))
        .extracting(Row::threads)
        .containsExactly(2, 2, 2);
    assertThat(missing)
        .filteredOn(row -> row.benchmark().endsWith(".createDelete"))
        .hasSize(3)
        .allMatch(row -> row.threads() == 1);
  }

  private static Set<Row> firstPopulation(ThroughputPlan plan) {
    return plan.forksOfRows().keySet().stream()
        .filter(row -> row.timers() != 65_536)
        .collect(Collectors.toSet());
  }

  @Test
  void runsBaselinesAndLimitsOnceForAllDesigns() {
    assertThat(plan.forksOfRows().keySet())
        .filteredOn(row -> row.design().isEmpty())
        .hasSize(2 * 6)
        .allMatch(row -> row.benchmark().matches(".*\\.(baseline|limit)"));
  }

  @Test
  void runsTheForksThatEachRowNeeds() {
    Map<Row, Integer> forks = new HashMap<>();
    plan.forks().forEach(row -> forks.merge(row, 1, Integer::sum));

    assertThat(forks).isEqualTo(plan.forksOfRows());
  }

  @Test
  void spreadsTheForksOfARowOverTheRun() {
    Row row = new Row("org.ptstress.bench.FindBenchmark.find", "B", 512, 1);
    List<Row> forks = plan.forks();

    assertThat(forks.indexOf(row)).isLessThan(12);
    assertThat(forks.lastIndexOf(row)).isGreaterThan(forks.size() - 12);
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
    assertThat(new ThroughputPlan(BUDGET, List.of("A"), 1).forks())
        .filteredOn(row -> row.benchmark().endsWith(".createDelete") && row.timers() == 512)
        .extracting(Row::threads)
        .containsExactly(1, 1);
  }
}
