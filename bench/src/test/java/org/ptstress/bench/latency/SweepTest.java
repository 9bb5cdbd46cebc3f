package org.ptstress.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SweepTest {
  private static final List<Integer> RATES = List.of(100, 200, 400, 800, 1_600);

  @Test
  void goesThroughAllRatesThatAreKept() throws InterruptedException {
    assertThat(measured(Set.of())).isEqualTo(RATES);
  }

  @Test
  void endsWithTheSecondSaturatedRateInARow() throws InterruptedException {
    assertThat(measured(Set.of(200, 400, 800, 1_600))).containsExactly(100, 200, 400);
  }

  @Test
  void goesOnAfterOneSaturatedRate() throws InterruptedException {
    assertThat(measured(Set.of(100, 400, 1_600))).isEqualTo(RATES);
  }

  @Test
  void measuresStolenLoadsAgain() throws InterruptedException {
    Measured measured = new Measured(2, Set.of());
    measured.stolen.addAll(List.of(200, 800));

    assertThat(measured.ratesThatCount()).isEqualTo(RATES);
    assertThat(measured.rates).containsExactly(100, 200, 200, 400, 800, 800, 1_600);
  }

  @Test
  void leavesOutWhatIsStillStolenAndGoesOn() throws InterruptedException {
    Measured measured = new Measured(1, Set.of());
    measured.stolen.addAll(List.of(200, 200, 400));

    assertThat(measured.ratesThatCount()).containsExactly(100, 800, 1_600);
    assertThat(measured.rates).containsExactly(100, 200, 200, 400, 800, 1_600);
  }

  @Test
  void doesNotEndForStolenLoads() throws InterruptedException {
    Measured measured = new Measured(0, Set.of(100, 800, 1_600));
    measured.stolen.addAll(List.of(200, 400));

    assertThat(measured.ratesThatCount()).containsExactly(100, 800);
  }

  @Test
  void keepsOneIfAllAreStolen() throws InterruptedException {
    Measured measured = new Measured(0, Set.of());
    measured.stolen.addAll(RATES);

    assertThat(measured.ratesThatCount()).containsExactly(100);
  }

  @Test
  void warmsUpBeforeTheFirstRateAndSettlesBeforeTheOthers() {
    LatencyBudget budget = new LatencyBudget(2, 64, 600, 100, 3, 200, 1, RATES);

    assertThat(budget.steps())
        .extracting(LoadStep::warmUpMillis)
        .containsExactly(600, 100, 100, 100, 100);
    assertThat(budget.steps())
        .extracting(LoadStep::rate)
        .containsExactly(200L, 400L, 800L, 1_600L, 3_200L);
    // Each rate, twice the highest once more, and once more twice the longest.
    assertThat(budget.millis()).isEqualTo(2 * (1_200 + 4 * 700 + 2 * 700 + 2 * 1_200));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 0, 0.5, false, false",
    "1000, 49, 0.5, false, false",
    "1000, 50, 0.04, true, false",
    "1000, 50, 0.05, true, true",
    "1000, 1000, 0, true, false"
  })
  void isSaturatedWhenATwentiethIsLeftOver(
      long operations, long late, double cpuWait, boolean saturated, boolean stolen) {
    LoadResult result = result(BriefLoads.load(), operations, late, cpuWait);

    assertThat(result.isSaturated()).isEqualTo(saturated);
    assertThat(result.isStolen()).isEqualTo(stolen);
  }

  @Test
  void namesTheSeries() {
    String pairs = LoadKind.CREATE_DELETE.operation();

    assertThat(new SeriesTag("RfcHash", pairs, 3_200_000, false).text())
        .isEqualTo("design=RfcHash;operation=create-delete;rate=3200000");
    assertThat(new SeriesTag("RfcHash", pairs, 3_200_000, true).text())
        .isEqualTo("design=RfcHash;operation=create-delete;rate=3200000;disturbed");
  }

  @ParameterizedTest
  @CsvSource({"0, false", "0.0099, false", "0.01, true", "0.7, true"})
  void isDisturbedFromAHundredthOfTheTimeOn(double cpuWait, boolean disturbed) {
    assertThat(result(BriefLoads.load(), 1_000, 0, cpuWait).isDisturbed()).isEqualTo(disturbed);
  }

  private static List<Integer> measured(Set<Integer> saturated) throws InterruptedException {
    Measured measured = new Measured(0, saturated);
    assertThat(measured.ratesThatCount()).isEqualTo(measured.rates);
    return measured.rates;
  }

  private static LoadResult result(LoadStep step, long operations, long late, double cpuWait) {
    return new LoadResult(step, List.of(new Histogram(1)), operations, late, cpuWait);
  }

  /** A sweep over rates of which some are saturated, and some lose their CPUs. */
  private static final class Measured {
    private final int repetitions;
    private final Set<Integer> saturated;

    /** A rate for each time that it is stolen. */
    private final List<Integer> stolen = new ArrayList<>();

    private final List<Integer> rates = new ArrayList<>();

    Measured(int repetitions, Set<Integer> saturated) {
      this.repetitions = repetitions;
      this.saturated = saturated;
    }

    List<Integer> ratesThatCount() throws InterruptedException {
      return new Sweep(repetitions, this::measure)
          .run(new LatencyBudget(1, 64, 60, 20, 1, 50, 0, RATES).steps()).stream()
              .map(result -> result.step().ratePerThread())
              .toList();
    }

    private LoadResult measure(LoadStep step) {
      Integer rate = step.ratePerThread();
      rates.add(rate);
      boolean isStolen = stolen.remove(rate);
      return result(
          step, 100, isStolen || saturated.contains(rate) ? 10 : 0, isStolen ? 0.5 : 0.01);
    }
  }
}
