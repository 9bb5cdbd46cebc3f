package org.ptstress.bench.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.measurement.Row;
import org.ptstress.run.result.Profile;

final class ThroughputBudgetTest {
  /**
   * Start of JVM and JMH and filling the table, measured on two CPUs that are otherwise idle: the
   * first stored baseline ran 98 forks of 240 ms in 66.3 s.
   */
  private static final int FORK_OVERHEAD_MILLIS = 440;

  @ParameterizedTest
  @CsvSource({"QUICK, 45", "STANDARD, 800", "TOUGH, 5400"})
  void fitsWithAllRerunsForAllDesignsOnTwoCpus(Profile profile, int seconds) {
    ThroughputBudget budget = ThroughputBudget.of(profile);
    List<String> designs = Designs.all().stream().map(Design::name).toList();
    ThroughputPlan plan = new ThroughputPlan(budget, designs, 2);
    Map<Row, ForkTime> times = plan.times();
    int longest =
        times.values().stream().mapToInt(ThroughputBudgetTest::millis).max().orElseThrow();
    long planned =
        plan.forks().stream().mapToLong(row -> millis(requireNonNull(times.get(row)))).sum();

    assertThat(planned + (long) budget.reruns() * longest).isLessThanOrEqualTo(seconds * 1_000L);
  }

  private static int millis(ForkTime time) {
    return FORK_OVERHEAD_MILLIS
        + time.warmUps() * time.warmUpMillis()
        + time.iterations() * time.iterationMillis();
  }

  @ParameterizedTest
  @EnumSource(names = {"STANDARD", "TOUGH"})
  void givesFindsASpreadOverForks(Profile profile) {
    Map<Row, Integer> forks =
        new ThroughputPlan(ThroughputBudget.of(profile), List.of("GlobalIdr"), 2).forksOfRows();
    assertThat(forks)
        .allSatisfy(
            (row, count) -> {
              if (row.benchmark().equals(Workloads.FIND) && row.timers() == 512) {
                assertThat(count).as("%s", row).isGreaterThanOrEqualTo(2);
              }
            })
        .containsKey(new Row(Workloads.FIND, "GlobalIdr", 512, 2));
  }
}
