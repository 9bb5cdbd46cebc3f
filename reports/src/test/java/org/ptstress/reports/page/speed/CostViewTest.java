package org.ptstress.reports.page.speed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.measurement.JmhRows;
import org.ptstress.run.measurement.Row;

class CostViewTest {
  private static JmhRow perSecond(
      String benchmark, Map<String, String> params, int threads, double score) {
    return perSecond(benchmark, params, threads, score, Map.of());
  }

  private static JmhRow perSecond(
      String benchmark,
      Map<String, String> params,
      int threads,
      double score,
      Map<String, Double> secondary) {
    return JmhRows.of(
        new Row(benchmark, params, threads),
        "thrpt",
        "ops/s",
        score,
        List.of(List.of(score)),
        secondary);
  }

  private static JmhRow find(String design, String timers, double nanos) {
    return perSecond(
        "GrowthBenchmark.find", Map.of("design", design, "timers", timers), 1, 1e9 / nanos);
  }

  private static JmhRow restore(String method, double millis, double bytes) {
    return shot(
        method,
        Map.of("design", "ProcessIdr", "ids", "FIRST_1000"),
        millis,
        Map.of("retained", bytes));
  }

  private static JmhRow shot(
      String method, Map<String, String> params, double millis, Map<String, Double> secondary) {
    return JmhRows.of(
        new Row("RestoreBenchmark." + method, params, 1),
        "ss",
        "ms/op",
        millis,
        List.of(List.of(millis)),
        secondary);
  }

  private static List<CostView> views(JmhRow... rows) {
    return CostView.of(List.of(rows), new Styles(List.of("ProcessIdr")), "");
  }

  @Test
  void growthHasATimeForEachPopulationAndAnExponent() {
    CostView view =
        views(
                find("ProcessIdr", "10000", 20),
                find("ProcessIdr", "1000", 10),
                find("ProcessIdr", "100000", 40),
                find("RfcHash", "1000", 10))
            .get(0);
    assertThat(view.heads())
        .startsWith("1,000 timers", "10,000 timers", "100,000 timers")
        .hasSize(4);
    assertThat(view.rows().get(0).cells())
        .containsExactly("10.0 ns", "20.0 ns", "40.0 ns", "0.30 \u00b1 0.00");
    assertThat(view.rows().get(1).cells()).containsExactly("10.0 ns", "", "", "");
    assertThat(view.chart()).isNotNull();
  }

  @Test
  void growthIsHeldAgainstTheLimitOfTheMachine() {
    CostView view =
        views(
                find("ProcessIdr", "1000", 10),
                find("ProcessIdr", "10000", 20),
                perSecond("FindBenchmark.limit", Map.of("timers", "10000"), 1, 1e9 / 2),
                perSecond("FindBenchmark.limit", Map.of("timers", "1000"), 2, 1e9))
            .get(0);
    assertThat(view.rows().get(1).name()).isEqualTo("limit of the machine");
    assertThat(view.rows().get(1).cells()).containsExactly("", "2 ns", "");
  }

  /** Every fork is a dot, and the axis reaches them. */
  @Test
  void growthShowsItsForks() {
    List<List<Double>> forks = List.of(List.of(1e8), List.of(2e8), List.of(4e8));
    JmhRow row =
        JmhRows.of(
            new Row("GrowthBenchmark.find", "ProcessIdr", 1_000, 1),
            "thrpt",
            "ops/s",
            7e8 / 3,
            forks,
            Map.of());
    Chart chart = requireNonNull(views(row).get(0).chart());
    Chart.Mark mark = chart.lines().get(0).marks().get(0);
    assertThat(mark.text()).endsWith("(3 forks)");
    assertThat(mark.raw()).hasSize(3).allMatch(y -> y >= chart.top() && y <= chart.bottom());
  }

  @Test
  void readersBesideAWriterAreHeldAgainstAsManyAlone() {
    Map<String, String> params = Map.of("design", "RfcHash", "timers", "512");
    JmhRow both =
        perSecond(
            "ReadersWriterBenchmark.findBesideCreateDelete",
            params,
            2,
            6e6,
            Map.of("find", 5e6, "createDelete", 1e6));
    CostView view =
        views(
                both,
                perSecond("FindBenchmark.find", params, 1, 20e6),
                perSecond("FindBenchmark.find", params, 2, 8e6))
            .get(0);
    assertThat(view.title()).isEqualTo("What a writer costs readers");
    assertThat(view.heads()).containsExactly("1 reader alone", "beside a writer", "is left");
    assertThat(view.rows().get(0).cells()).containsExactly("20.0 M", "5 M", "0.25\u00d7");
  }

  @Test
  void aRestoreShowsBothWaysAndTheMemory() {
    CostView view =
        views(restore("createDeleteLoop", 2, 9e5), restore("exactIds", 0.5, 8e5)).get(0);
    assertThat(view.rows().get(0).cells()).containsExactly("2 ms", "500 \u00b5s", "800 kB");
    CostView loop = views(restore("createDeleteLoop", 2, 9e5)).get(0);
    assertThat(loop.rows().get(0).cells()).containsExactly("2 ms", "none", "900 kB");
  }

  @Test
  void aTableOfDrawnIdsIsRestoredByExactIdsOnly() {
    JmhRow drawn =
        shot(
            "exactIds",
            Map.of("design", "Drawn", "ids", "FIRST_1000"),
            0.5,
            Map.of("retained", 8e5));
    CostView view = views(restore("createDeleteLoop", 2, 9e5), drawn).get(0);
    assertThat(view.rows()).extracting(CostView.Row::name).contains("Drawn");
    assertThat(view.rows().get(1).cells()).containsExactly("none", "500 \u00b5s", "800 kB");
  }

  @Test
  void aRestoreIsHeldAgainstTimersWithoutATable() {
    JmhRow loose = shot("baseline", Map.of("ids", "FIRST_1000"), 0.02, Map.of());
    CostView view = views(restore("createDeleteLoop", 2, 9e5), loose).get(0);
    assertThat(view.rows().get(1).name()).isEqualTo("limit of the machine");
    assertThat(view.rows().get(1).cells()).containsExactly("", "20.0 \u00b5s", "");
  }

  /** A score that others had a hand in is in no cell, no exponent and no chart. */
  @Test
  void aStolenRowIsNoSample() {
    Map<String, String> params = Map.of("design", "ProcessIdr", "timers", "10000");
    JmhRow stolen = perSecond("GrowthBenchmark.find", params, 1, 1e3, Map.of("stolen", 1.0));
    CostView view =
        views(find("ProcessIdr", "1000", 10), stolen, find("ProcessIdr", "100000", 10)).get(0);
    assertThat(view.rows().get(0).cells())
        .containsExactly("10.0 ns", "no sample", "10.0 ns", "0.00");
    assertThat(requireNonNull(view.chart()).lines().get(0).marks()).hasSize(2);
    assertThat(views(stolen).get(0).chart()).isNull();
  }

  @Test
  void aFullTableIsLaidOutByTheWidthOfAnId() {
    CostView view =
        views(
                perSecond(
                    "ExhaustionBenchmark.refusedCreate",
                    Map.of("design", "ProcessIdr", "idBits", "12"),
                    1,
                    1e6),
                perSecond(
                    "ExhaustionBenchmark.refusedCreate",
                    Map.of("design", "ProcessIdr", "idBits", "4"),
                    1,
                    1e8),
                perSecond("CreateDeleteBenchmark.limit", Map.of(), 1, 2e8))
            .get(0);
    assertThat(view.heads()).containsExactly("4 bits", "12 bits");
    assertThat(view.rows().get(0).cells()).containsExactly("10.0 ns", "1 \u00b5s");
    assertThat(view.rows().get(1).cells()).containsExactly("5 ns", "5 ns");
  }

  @Test
  void locksAreLaidOutByThreads() {
    CostView view =
        views(
                perSecond(
                    "LockBenchmark.find", Map.of("lock", "TEST_AND_SET", "timers", "512"), 4, 1e6),
                perSecond(
                    "LockBenchmark.find", Map.of("lock", "TEST_AND_SET", "timers", "512"), 1, 5e6))
            .get(0);
    assertThat(view.heads()).containsExactly("1 thread", "4 threads");
    assertThat(view.rows().get(0).name()).isEqualTo("test and set");
    assertThat(view.rows().get(0).cells()).containsExactly("5 M", "1 M");
  }

  @Test
  void whatWasNotMeasuredHasNoTable() {
    assertThat(views()).isEmpty();
  }

  /** Golden values: scipy.stats.linregress and scipy.stats.t.ppf(0.975, 2). */
  @Test
  void theExponentIsThatOfLeastSquares() {
    PowerLaw law =
        PowerLaw.of(new double[] {1e3, 1e4, 1e5, 1e6}, new double[] {4.0, 5.5, 9.0, 21.0});
    assertThat(law.exponent()).isCloseTo(0.2374357730, within(1e-9));
    assertThat(law.half()).isCloseTo(0.1580650494, within(1e-9));
    assertThat(PowerLaw.of(new double[] {1, 10}, new double[] {1, 10}).half()).isNaN();
  }
}
