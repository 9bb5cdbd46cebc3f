package org.ptstress.reports.page.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.measurement.JmhRows;
import org.ptstress.run.measurement.Row;

class MeasureTest {
  @Test
  void theForkIsTheSample() {
    Measure measure =
        Measure.of(row(List.of(List.of(9.0, 11.0), List.of(12.0, 12.0), List.of(14.0))));

    assertThat(measure.forks()).containsExactly(10e6, 12e6, 14e6);
    assertThat(measure.mean()).isEqualTo(12e6);
    // Student's t for 2 degrees of freedom is 4.303, the standard error 2 / sqrt(3).
    assertThat(measure.half()).isCloseTo(4.3027 * 2e6 / Math.sqrt(3), within(1e3));
  }

  @Test
  void oneForkHasNoInterval() {
    Measure measure = Measure.of(row(List.of(List.of(9.0, 11.0))));

    assertThat(measure.hasInterval()).isFalse();
    assertThat(measure.low()).isEqualTo(measure.high()).isEqualTo(10e6);
  }

  private static JmhRow row(List<List<Double>> forks) {
    return JmhRows.of(
        new Row("FindBenchmark.find", Map.of(), 1), "thrpt", "ops/us", 7.0, forks, Map.of());
  }
}
