package org.ptstress.reports.page.latency;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.reports.page.latency.LatencyView.Operation;
import org.ptstress.reports.page.latency.LatencyView.RateRow;
import org.ptstress.reports.page.latency.LatencyView.Row;
import org.ptstress.reports.page.latency.LatencyView.Sweep;
import org.ptstress.run.measurement.LatencyLog;

final class LatencyViewTest {
  private static final long FAST = 100;
  private static final long QUEUE = TimeUnit.MILLISECONDS.toNanos(200);

  private final List<LatencyLog> logs = new ArrayList<>();

  @Test
  void comparesAtTheHighestRateThatAllSustain() {
    sweep("RfcHash", FAST, FAST, QUEUE);
    sweep("RcuHash", FAST, FAST, FAST);
    sweep("control", FAST, FAST, FAST);

    Operation operation = operation();

    assertThat(operation.chart().plot().title())
        .isEqualTo("Latency of a find by percentile, 200 k a second");
    assertThat(operation.rows())
        .extracting(Row::name)
        .containsExactly("RcuHash", "RfcHash", "control");
    assertThat(operation.heads()).containsExactly("p50", "p90", "p99", "p99.9", "p99.99", "max");
  }

  @Test
  void comparesAtTheLowestRateIfOneSustainsNone() {
    sweep("RfcHash", QUEUE, QUEUE);
    sweep("RcuHash", FAST, FAST, FAST);

    assertThat(operation().chart().plot().title()).endsWith("100 k a second");
  }

  @Test
  void comparesAtARateThatAllHave() {
    sweep("RfcHash", FAST);
    sweep("RcuHash", FAST, FAST, FAST);

    assertThat(operation().chart().plot().title()).endsWith("100 k a second");
  }

  @Test
  void tellsTheLimitOfADesignFromThatOfTheMachine() {
    sweep("RfcHash", FAST, QUEUE, QUEUE);
    sweep("RcuHash", FAST, FAST, QUEUE);
    sweep("control", FAST, FAST, QUEUE);

    Sweep sweep = sweep();

    assertThat(sweep.highest()).isEqualTo("Highest rate with p99.9 below 10 ms");
    assertThat(sweep.rates()).containsExactly("100 k", "200 k", "400 k");
    assertThat(sweep.rows())
        .extracting(RateRow::name, RateRow::highest)
        .containsExactly(
            tuple("RcuHash", "≥ 200 k, machine"),
            tuple("RfcHash", "100 k"),
            tuple("control", "200 k"));
    assertThat(sweep.chart().plot().series()).hasSize(3);
  }

  @Test
  void doesNotBlameADesignThatLostItsCpus() {
    sweep("RcuHash", FAST, QUEUE);
    sweep("control", FAST, FAST);
    LatencyLog slow = logs.remove(1);
    logs.add(new LatencyLog("RcuHash", "find", slow.rate(), true, slow.histogram(), 1));

    assertThat(sweep().rows().get(0).highest()).isEqualTo("≥ 100 k, machine");
  }

  @Test
  void marksWhatMayBeTheMachines() {
    sweep("RcuHash", FAST, FAST);
    LatencyLog log = logs.remove(1);
    logs.add(new LatencyLog("RcuHash", "find", log.rate(), true, log.histogram(), 1));

    List<String> values = sweep().rows().get(0).values();
    assertThat(values.get(0)).doesNotContain("*");
    assertThat(values.get(1)).endsWith("*");
    assertThat(operation().rows().get(0).samples()).endsWith("*");
    assertThat(operation().note()).contains("other programs had the CPUs");
  }

  @Test
  void leavesRatesEmptyThatWereNotMeasured() {
    sweep("RfcHash", QUEUE, QUEUE);
    sweep("control", FAST, FAST, FAST);

    assertThat(sweep().rows().get(0).values()).hasSize(3).endsWith("");
    assertThat(sweep().rows().get(1).values()).doesNotContain("");
  }

  @Test
  void showsNoPercentileOfTooFewLatencies() {
    add("RfcHash", "find", 100_000, FAST, 50_000);

    Operation operation = operation();

    assertThat(operation.rows().get(0).values())
        .containsExactly("100 ns", "100 ns", "100 ns", "100 ns", "–", "100 ns");
    assertThat(operation.note()).contains("fewer than 10 latencies");
    assertThat(operation.chart().plot().series().get(0).points()).hasSize(5);
  }

  @Test
  void needsNoNoteAndNoSweepForOneRateWithEnoughLatencies() {
    add("RfcHash", "find", 0, FAST, 100_000);

    assertThat(operation().note()).isEmpty();
    assertThat(operation().sweep()).isNull();
    assertThat(operation().chart().plot().title()).isEqualTo("Latency of a find by percentile");
  }

  @Test
  void keepsOperationsApart() {
    add("RfcHash", "find", 100_000, FAST, 100_000);
    add("RfcHash", "create-delete", 100_000, 3 * FAST, 100_000);

    assertThat(view().operations())
        .extracting(operation -> operation.chart().plot().id())
        .containsExactly("latency-find", "latency-create-delete");
    assertThat(view().operations().get(1).rows().get(0).values()).contains("300 ns");
    assertThat(view().operations().get(1).chart().plot().title())
        .startsWith("Latency of a pair of create and delete by percentile");
  }

  private LatencyView view() {
    return LatencyView.of(logs, new Styles(List.of("RcuHash", "RfcHash")), "");
  }

  private Operation operation() {
    return view().operations().get(0);
  }

  private Sweep sweep() {
    return requireNonNull(operation().sweep());
  }

  /** Latencies at 100,000, 200,000, ... a second. */
  private void sweep(String name, long... nanos) {
    long rate = 100_000;
    for (long ofRate : nanos) {
      add(name, "find", rate, ofRate, 100_000);
      rate *= 2;
    }
  }

  private void add(String name, String operation, long rate, long nanos, long count) {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(nanos, count);
    logs.add(new LatencyLog(name, operation, rate, false, histogram, 1));
  }
}
