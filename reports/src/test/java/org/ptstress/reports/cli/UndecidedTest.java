package org.ptstress.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.bench.FurtherForks;
import org.ptstress.model.Designs;
import org.ptstress.run.result.Row;

class UndecidedTest {
  private static final String FIND = "org.ptstress.bench.FindBenchmark.find";

  private final FurtherForks further =
      new Undecided(
          List.of(Designs.named("ProcessIdr"), Designs.named("RcuHash")), UnaryOperator.identity());

  @TempDir private Path folder;

  @Test
  void rowsOfAnUndecidedPromiseAreAskedForThereAndBack() throws IOException {
    Row design = new Row(FIND, "ProcessIdr", 512, 1);
    Row yardstick = new Row(FIND, "GlobalIdr", 512, 1);

    List<Row> rows =
        lacking(
            find("GlobalIdr", 512, "[100], [100], [100]"),
            find("ProcessIdr", 512, "[40], [90], [170]"),
            find("RcuHash", 512, "[75], [75], [75]"));

    assertThat(rows).containsExactly(design, yardstick, yardstick, design);
  }

  @Test
  void nothingIsAskedForWhenEverythingIsAsPromised() throws IOException {
    List<Row> rows =
        lacking(
            find("GlobalIdr", 512, "[100], [101], [102]"),
            find("ProcessIdr", 512, "[100], [101], [102]"),
            find("RcuHash", 512, "[75], [76], [75]"));

    assertThat(rows).isEmpty();
  }

  private List<Row> lacking(String... rows) throws IOException {
    String json = "[" + String.join(",", rows) + "]";
    return further.lacking(Files.writeString(folder.resolve("jmh.json"), json, UTF_8));
  }

  private static String find(String design, int timers, String forks) {
    return String.format(
        Locale.ROOT,
        """
        {"benchmark": "%s", "mode": "thrpt", "threads": 1,
         "params": {"design": "%s", "timers": "%d"},
         "primaryMetric": {"score": 1.0, "scoreUnit": "ops/us", "rawData": [%s]}}""",
        FIND,
        design,
        timers,
        forks);
  }
}
