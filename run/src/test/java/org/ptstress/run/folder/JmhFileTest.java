package org.ptstress.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.measurement.Row;

class JmhFileTest {
  private static final String ROW =
      """
      {
        "jmhVersion" : "1.37",
        "benchmark" : "org.ptstress.bench.FindBenchmark.find",
        "mode" : "thrpt",
        "threads" : 2,
        "forks" : 2,
        "params" : { "design" : "RfcHash", "timers" : "512" },
        "primaryMetric" : {
          "score" : 4.0,
          "scoreError" : "NaN",
          "scoreUnit" : "ops/us",
          "rawData" : [ [ 3.0, 4.0 ], [ 4.0, 5.0 ] ]
        },
        "secondaryMetrics" : { "failed" : { "score" : 0.0, "scoreUnit" : "ops/us" } }
      }""";

  @TempDir private Path folder;

  private List<JmhRow> read(String json) throws IOException {
    return JmhFile.read(Files.writeString(folder.resolve("jmh.json"), json));
  }

  private JmhRow only(String row) throws IOException {
    List<JmhRow> rows = read("[" + row + "]");
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static String with(String counter) {
    return ROW.replace("\"failed\" : { \"score\" : 0.0", counter);
  }

  @Test
  void forksAreMeansOfIterations() throws IOException {
    JmhRow row = only(ROW);
    assertThat(row.row())
        .isEqualTo(new Row("org.ptstress.bench.FindBenchmark.find", "RfcHash", 512, 2));
    assertThat(row.speeds()).containsExactly(3.5, 4.5);
    assertThat(read("[]")).isEmpty();
  }

  @Test
  void timesBecomeSpeeds() throws IOException {
    JmhRow row = only(ROW.replace("thrpt", "avgt"));
    assertThat(row.speeds()).containsExactly(1 / 3.5, 1 / 4.5);
  }

  @Test
  void forksWithoutTheirCpusAreNoSamples() throws IOException {
    JmhRow row = only(with("\"stolen\" : { \"score\" : 2.0"));
    assertThat(row.stolen()).isEqualTo(2);
    assertThat(row.speeds()).isEmpty();
  }

  @Test
  void aSpeedOfOperationsThatFailIsNone() throws IOException {
    for (String counter : List.of("failed", "refused")) {
      JmhRow row = only(with("\"" + counter + "\" : { \"score\" : 0.5"));
      assertThat(row.failures()).isEqualTo(0.5);
      assertThat(row.speeds()).isEmpty();
    }
  }

  @Test
  void aFileThatIsCutOffIsRefusedWhereverItIs() {
    String whole = "[" + ROW + "]";
    for (int length = 0; length < whole.length(); length++) {
      String cut = whole.substring(0, length);
      assertThatThrownBy(() -> read(cut))
          .isInstanceOf(UnreadableRunException.class)
          .message()
          .contains("jmh.json")
          .containsPattern("line \\d+, column \\d+");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "thrpt | sample | has the mode sample, which has no score for each fork",
        "\"rawData\" | \"raw\" | has a fork without a score",
        "[ 4.0, 5.0 ] | [ ] | has a fork without a score",
        "\"512\" | \"few\" | has \"few\" timers",
        "\"RfcHash\" | null | has a parameter or a secondary metric that is null",
        "{ \"score\" : 0.0, \"scoreUnit\" : \"ops/us\" } | null | has a parameter or a secondary",
      })
  void anEntryThatIsNoRowIsNamed(String place, String change, String message) {
    assertThat(ROW).contains(place);
    String other = ROW.replace("\"threads\" : 2", "\"threads\" : 1");
    assertThatThrownBy(() -> read("[" + other + "," + ROW.replace(place, change) + "]"))
        .isInstanceOf(UnreadableRunException.class)
        .hasMessageContaining("its entry 2 " + message);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> JmhFile.read(folder.resolve("none.json")))
        .isInstanceOf(UnreadableRunException.class)
        .hasMessageContaining("none.json");
  }
}
