package org.ptstress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class BenchProfileTest {
  /**
   * Start of JVM and JMH and filling the table, measured on two CPUs that are otherwise idle: the
   * first stored baseline ran 98 forks of 240 ms in 66.3 s.
   */
  private static final int FORK_OVERHEAD_MILLIS = 440;

  @ParameterizedTest
  @CsvSource({"QUICK, 140", "STANDARD, 650", "TOUGH, 3300"})
  void fitsWithAllRerunsFor13DesignsOnTwoCpus(BenchProfile profile, int seconds) {
    ThroughputBudget budget = profile.throughput();
    List<String> designs = IntStream.rangeClosed(1, 13).mapToObj(number -> "D" + number).toList();
    ThroughputPlan plan = new ThroughputPlan(budget, designs, 2);
    int forks = plan.forks().size() + budget.reruns() + budget.further();
    int millisOfFork =
        FORK_OVERHEAD_MILLIS
            + budget.warmUps() * budget.warmUpMillis()
            + budget.iterations() * budget.iterationMillis();

    assertThat(forks * millisOfFork / 1_000).isLessThanOrEqualTo(seconds);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JUDGE")
  void givesTheGateASpreadOverForks(BenchProfile profile) {
    assertThat(profile.throughput().findForks()).isGreaterThanOrEqualTo(3);
    assertThat(profile.throughput().createDeleteForks()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void judgeMeasuresNothingButFindsWithAnInterval() {
    ThroughputBudget budget = BenchProfile.JUDGE.throughput();

    assertThat(budget.findForks()).isGreaterThanOrEqualTo(2);
    assertThat(new ThroughputPlan(budget, List.of("A", "B"), 2).forksOfRows().keySet())
        .hasSize(6)
        .allMatch(row -> row.benchmark().equals(ThroughputPlan.FIND));
  }

  @ParameterizedTest
  @EnumSource
  void budgetOfLatencySurvivesTheCommandLine(BenchProfile profile) {
    LatencyBudget budget = profile.latency();

    assertThat(LatencyBudget.ofArgument(budget.asArgument())).isEqualTo(budget);
  }
}
