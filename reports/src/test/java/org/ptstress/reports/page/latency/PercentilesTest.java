package org.ptstress.reports.page.latency;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PercentilesTest {
  @ParameterizedTest
  @CsvSource({
    "50, 19, false", "50, 20, true",
    "90, 99, false", "90, 100, true",
    "99, 999, false", "99, 1000, true",
    "99.9, 9999, false", "99.9, 10000, true",
    "99.99, 99999, false", "99.99, 100000, true",
  })
  void needsTenLatenciesBeyondIt(double percentile, long count, boolean enough) {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(42, count);

    assertThat(Percentiles.of(histogram, percentile).isPresent()).isEqualTo(enough);
  }

  @ParameterizedTest
  @CsvSource({"50, p50", "99, p99", "99.9, p99.9", "99.99, p99.99"})
  void hasAName(double percentile, String name) {
    assertThat(Percentiles.name(percentile)).isEqualTo(name);
  }
}
