package org.ptstress.bench.fork;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.ptstress.run.measurement.Row;

final class ForkResultsTest {
  private static final Row PLANNED = new Row("a.Bench.find", "RfcHash", 512, 2);

  @TempDir private Path folder = Path.of("");

  private final ForkResults results = new ForkResults();

  @Test
  void acceptsWhatWasPlanned() {
    results.add(List.of(run("RfcHash"), run("RfcHash"), run("RfcHash")));

    assertThat(results.differencesTo(Map.of(PLANNED, 3))).isEmpty();
  }

  @Test
  void namesARowThatIsMissing() {
    assertThat(results.differencesTo(Map.of(PLANNED, 3)))
        .containsExactly("Bench.find of RfcHash with 512 timers at 2 threads has 0 of 3 forks.");
  }

  @Test
  void namesARowThatLacksAFork() {
    results.add(List.of(run("RfcHash"), run("RfcHash")));

    assertThat(results.differencesTo(Map.of(PLANNED, 3)))
        .containsExactly("Bench.find of RfcHash with 512 timers at 2 threads has 2 of 3 forks.");
  }

  @Test
  void namesARowThatNobodyAskedFor() {
    results.add(List.of(run("RfcHash"), run("Other")));

    assertThat(results.differencesTo(Map.of(PLANNED, 1)))
        .containsExactly("Bench.find of Other with 512 timers at 2 threads was not planned.");
  }

  @Test
  void leavesStolenForksOutAndSaysSo() throws IOException {
    results.add(List.of(run(1.99, 10.0), run(1.20, 500.0), run(1.95, 20.0), run(1.10, 600.0)));

    assertThat(scores()).containsExactly(10.0, 20.0);
    assertThat(written().path("forks").asInt()).isEqualTo(2);
    assertThat(counted("stolen")).isZero();
    assertThat(counted("dropped")).isEqualTo(2);
  }

  @Test
  void saysWhenStolenForksHadToStay() throws IOException {
    results.add(List.of(run(1.10, 600.0), run(1.20, 500.0), run(1.30, 400.0)));

    assertThat(scores()).containsExactly(500.0, 400.0);
    assertThat(counted("stolen")).isEqualTo(2);
    assertThat(counted("dropped")).isEqualTo(1);
  }

  @Test
  void keepsAllForksAndCountsNothingWhereCpuTimeIsUnknown() throws IOException {
    results.add(List.of(run("RfcHash"), run("RfcHash"), run("RfcHash")));

    assertThat(scores()).hasSize(3);
    assertThat(written().path("secondaryMetrics")).isEmpty();
  }

  @Test
  void namesEachStolenFork() {
    results.add(List.of(run(1.99, 10.0), run(1.204, 500.0)));

    assertThat(results.stolen())
        .containsExactly(
            "Stolen: a fork of Bench.find of RfcHash with 512 timers at 2 threads had 1.20 CPUs.");
  }

  private JsonNode written() throws IOException {
    Path file = folder.resolve("jmh.json");
    results.write(Map.of(PLANNED, 3), file);
    return new ObjectMapper().readTree(file.toFile()).path(0);
  }

  private List<Double> scores() throws IOException {
    List<Double> scores = new ArrayList<>();
    written()
        .path("primaryMetric")
        .path("rawData")
        .forEach(fork -> scores.add(fork.path(0).asDouble()));
    return scores;
  }

  private double counted(String name) throws IOException {
    return written().path("secondaryMetrics").path(name).path("score").asDouble(Double.NaN);
  }

  private static RunResult run(String design) {
    return JmhForks.run(new Row("a.Bench.find", design, 512, 2), Double.NaN, 1.0);
  }

  private static RunResult run(double cpus, double score) {
    return JmhForks.run(PLANNED, cpus, score);
  }
}
