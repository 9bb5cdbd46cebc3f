package org.ptstress.reports.page.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.measurement.JmhRows;
import org.ptstress.run.measurement.Row;

class ThroughputViewTest {
  private static JmhRow row(String method, Map<String, String> params, double score) {
    return row(method, params, score, Map.of());
  }

  private static JmhRow row(
      String method, Map<String, String> params, double score, Map<String, Double> secondary) {
    return JmhRows.of(
        new Row("CreateDeleteBenchmark." + method, params, 2),
        "thrpt",
        "ops/us",
        score,
        List.of(List.of(score), List.of(score)),
        secondary);
  }

  private static Map<String, String> of(String design) {
    return Map.of("design", design, "timers", "512");
  }

  private static List<ThroughputView> views(JmhRow... rows) {
    return ThroughputView.of(List.of(rows), new Styles(List.of("RfcHash")), "");
  }

  private static ThroughputView.Row only(List<ThroughputView> views, String title, String name) {
    Stream<ThroughputView> titled = views.stream().filter(view -> view.title().contains(title));
    return titled
        .flatMap(view -> view.rows().stream())
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void threadsThatShareNothingHaveALimitOfTheirOwn() {
    List<ThroughputView> views =
        views(
            row("createDelete", of("RfcHash"), 10),
            row("createDeleteInOwnProcess", of("RfcHash"), 20),
            row("limit", Map.of(), 80),
            row("limitInOwnProcess", Map.of(), 300));

    assertThat(views).hasSize(2);
    assertThat(only(views, "each thread a process", "RfcHash").timesLimit())
        .isEqualTo("15.0\u00d7");
    ThroughputView shared =
        views.stream().filter(view -> !view.title().contains("each")).findFirst().orElseThrow();
    assertThat(shared.rows())
        .extracting(ThroughputView.Row::name)
        .containsExactly("RfcHash", "limit");
    assertThat(shared.rows().get(0).timesLimit()).isEqualTo("8\u00d7");
  }

  @Test
  void aRowWhoseForksLackedTheirCpusIsComparedWithNothing() {
    Map<String, Double> stolen = Map.of("stolen", 2.0);
    List<ThroughputView> views =
        views(
            row("createDelete", of("GlobalIdr"), 10),
            row("createDelete", of("RfcHash"), 30, stolen),
            row("limit", Map.of(), 80));

    ThroughputView.Row row = only(views, "Pairs", "RfcHash");
    assertThat(row.interval()).contains("other programs had the CPUs");
    assertThat(List.of(row.timesLimit(), row.toYardstick())).containsOnly("");
    assertThat(only(views, "Pairs", "GlobalIdr").timesLimit()).isNotEmpty();
  }
}
