package org.ptstress.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ptstress.run.result.Profile;

final class LatencyBudgetTest {
  /** Of the JVM of a latency run, on two CPUs that are otherwise idle. */
  private static final int JVM_START_MILLIS = 200;

  /** With every load that can be saturated, and every repetition. */
  @ParameterizedTest
  @CsvSource({"QUICK, 12", "STANDARD, 240", "TOUGH, 900"})
  void latencyFitsFor13DesignsAndTheControl(Profile profile, int seconds) {
    assertThat(14 * (JVM_START_MILLIS + LatencyBudget.of(profile).millis()))
        .isLessThanOrEqualTo(seconds * 1_000L);
  }

  @ParameterizedTest
  @EnumSource
  void sweepsUpwardsInRange(Profile profile) {
    List<Integer> rates = LatencyBudget.of(profile).ratesPerThread();

    assertThat(rates).isSorted().doesNotHaveDuplicates();
    assertThat(rates).allMatch(rate -> rate >= 1 && rate <= ArrivalSchedule.HIGHEST_RATE);
  }

  /** Ten latencies must lie beyond p99.9 even at the lowest rate and with one thread. */
  @ParameterizedTest
  @EnumSource
  void everyRateHasEnoughLatenciesFor999(Profile profile) {
    assertThat(LatencyBudget.of(profile).steps())
        .allMatch(
            step ->
                (long) step.ratePerThread() * step.intervals() * step.intervalMillis() / 1_000
                    >= 10_000);
  }

  @ParameterizedTest
  @EnumSource
  void budgetOfLatencySurvivesTheCommandLine(Profile profile) {
    LatencyBudget budget = LatencyBudget.of(profile);

    assertThat(LatencyBudget.ofArgument(budget.asArgument())).isEqualTo(budget);
  }
}
