package org.ptstress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BenchProfileTest {
  /** Start of JVM and JMH and filling the table, measured on two CPUs that are otherwise idle. */
  private static final int FORK_OVERHEAD_MILLIS = 500;

  @Test
  void quickFitsInto85SecondsWithAllRerunsForFourDesignsOnTwoCpus() {
    ThroughputBudget budget = BenchProfile.QUICK.throughput();
    ThroughputPlan plan = new ThroughputPlan(budget, List.of("A", "B", "C", "D"), 2);
    int forks = plan.forks().size() + budget.reruns();
    int millisOfFork =
        FORK_OVERHEAD_MILLIS
            + budget.warmUps() * budget.warmUpMillis()
            + budget.iterations() * budget.iterationMillis();

    assertThat(forks * millisOfFork).isLessThan(85_000);
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
        .hasSize(8)
        .allMatch(row -> row.benchmark().equals(ThroughputPlan.FIND));
  }

  @ParameterizedTest
  @EnumSource
  void budgetOfLatencySurvivesTheCommandLine(BenchProfile profile) {
    LatencyBudget budget = profile.latency();

    assertThat(LatencyBudget.ofArgument(budget.asArgument())).isEqualTo(budget);
  }
}
