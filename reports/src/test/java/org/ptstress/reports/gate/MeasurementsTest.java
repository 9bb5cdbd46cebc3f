package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementsTest {
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
        "secondaryMetrics" : { "failed" : { "score" : 0.0 } }
      }""";

  @TempDir Path folder;

  @Test
  void forksAreMeansOfIterations() throws IOException {
    assertThat(read("[" + ROW + "]").measurements())
        .containsExactly(
            new Measurement(
                "org.ptstress.bench.FindBenchmark.find",
                "RfcHash",
                Map.of("timers", "512"),
                2,
                4.0,
                List.of(3.5, 4.5)));
  }

  @Test
  void forksThatLackedTheirCpusAreNoSamples() throws IOException {
    String row =
        ROW.replace(
            "\"failed\" : { \"score\" : 0.0 }",
            "\"failed\" : { \"score\" : 0.0 }, \"stolen\" : { \"score\" : 2.0 }");
    Measurement stolen = read("[" + row + "]").measurements().get(0);

    assertThat(stolen.forks()).isEmpty();
    assertThat(stolen.stolen()).isEqualTo(2);
  }

  @Test
  void timesBecomeSpeeds() throws IOException {
    Measurement row = read("[" + ROW.replace("thrpt", "avgt") + "]").measurements().get(0);

    assertThat(row.score()).isEqualTo(0.25);
    assertThat(row.forks()).containsExactly(1 / 3.5, 1 / 4.5);
  }

  @Test
  void rowsWithoutDesignAreLeftOut() throws IOException {
    String baseline = ROW.replace("\"design\" : \"RfcHash\", ", "");

    assertThat(read("[" + baseline + "," + ROW + "]").measurements()).hasSize(1);
    assertThat(read("[]").measurements()).isEmpty();
  }

  @Test
  void aScoreThatIsNotANumberIsKeptForTheGateToName() throws IOException {
    String bad = ROW.replace("\"score\" : 4.0", "\"score\" : \"NaN\"");

    assertThat(read("[" + bad + "]").measurements().get(0).score()).isNaN();
  }

  @Test
  void theSourceIsTheFile() throws IOException {
    assertThat(read("[]").source()).isEqualTo(folder.resolve("jmh.json").toString());
  }

  @Test
  void truncatedFilesAreNamedWithThePosition() {
    String whole = "[" + ROW + "]";
    for (int length = 0; length < whole.length(); length++) {
      String truncated = whole.substring(0, length);
      assertThatThrownBy(() -> read(truncated))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .containsPattern("jmh\\.json:\\d+:\\d+: .");
    }
  }

  @Test
  void foreignFilesAreNamedWithThePosition() {
    assertRefused("{\"version\": 1}", "jmh.json:1:1: no list of JMH results");
    assertRefused("[1]", "jmh.json:1:2: not a result of JMH");
    assertRefused("[" + ROW + "] x", "jmh.json:15:4: ");
    assertRefused(
        "[\n {\"params\": {\"design\": \"A\"}}]", "jmh.json:2:2: a result of JMH without");
    assertRefused(
        "[" + ROW.replace("4.0,\n", "\"fast\",\n") + "]",
        "jmh.json:1:2: a result of JMH without a number in primaryMetric.score");
    assertRefused(
        "[" + ROW.replace("\"rawData\"", "\"raw\"") + "]",
        "jmh.json:1:2: a result of JMH without primaryMetric.rawData");
    assertRefused(
        "[" + ROW.replace("\"threads\" : 2", "\"threads\" : 0") + "]",
        "jmh.json:1:2: a result of JMH without threads");
  }

  @Test
  void modesWithoutForkSamplesAreRefusedByName() {
    assertRefused(
        "[" + ROW.replace("thrpt", "sample") + "]",
        "jmh.json:1:2: the gate cannot use mode sample of org.ptstress.bench.FindBenchmark.find");
  }

  @Test
  void aMissingFileIsAnIoException() {
    assertThatThrownBy(() -> Measurements.fromJmh(folder.resolve("none.json")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.json");
  }

  private void assertRefused(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private MeasuredRun read(String json) throws IOException {
    return Measurements.fromJmh(Files.writeString(folder.resolve("jmh.json"), json));
  }
}
