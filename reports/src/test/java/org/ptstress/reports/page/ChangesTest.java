package org.ptstress.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.reports.gate.Costs;
import org.ptstress.reports.page.ChangesView.SpeedChange;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.run.cost.CostChange;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.folder.Samples;

class ChangesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path temp;

  private Path before;
  private Path after;

  @BeforeEach
  void copyARunTwice() throws IOException {
    before = Samples.copy(Samples.QUICK, temp.resolve("before"));
    after = Samples.copy(Samples.QUICK, temp.resolve("after"));
    ResultFiles.writeCosts(before, List.of(Costs.of("RcuHash", 0)));
    ResultFiles.writeCosts(after, List.of(Costs.of("RcuHash", 0)));
  }

  @Test
  void nothingChangesFromARunToItself() throws IOException {
    ChangesView changes = changes();

    assertThat(changes.sentence())
        .matches(
            "No verdict differs; of 1 counted design 0 figures rose and 0 fell;"
                + " of \\d+ speeds 0 slower, 0 faster.");
    assertThat(changes.compared()).isGreaterThan(20);
    assertThat(changes.problems()).isEmpty();
  }

  @Test
  void anotherFieldThatAnOperationStoresIsNamed() throws IOException {
    ResultFiles.writeCosts(after, List.of(Costs.of("RcuHash", 1)));

    ChangesView changes = changes();

    assertThat(changes.sentence()).contains("of 1 counted design 1 figure rose and 0 fell");
    assertThat(changes.costs())
        .singleElement()
        .extracting(CostChange::text)
        .isEqualTo("find, 512 timers: stores 0 -> 1, at RcuHash.lookups 0 -> 1");
    assertThat(page().expectFirst("#changes tbody tr").text())
        .contains("RcuHash", "costs more", "RcuHash.lookups");
  }

  @Test
  void theLargestChangeComesFirst() throws IOException {
    scale("RcuHash", "FindBenchmark", "512", 1, 0.5);
    scale("BucketLockHash", "FindBenchmark", "512", 2, 4);

    ChangesView changes = changes();

    assertThat(changes.speeds().subList(0, 2))
        .extracting(SpeedChange::design, SpeedChange::what, SpeedChange::word)
        .contains(
            tuple("BucketLockHash", "FindBenchmark.find with 512 timers at 2 threads", "faster"));
    List<SpeedChange> rcu =
        changes.speeds().stream().filter(change -> change.design().equals("RcuHash")).toList();
    assertThat(rcu.get(0).what()).isEqualTo("FindBenchmark.find with 512 timers at 1 thread");
    assertThat(rcu.get(0).slower()).isTrue();
    assertThat(rcu.get(0).change()).startsWith("-50.0 %");
    assertThat(rcu.get(0).before()).endsWith(" M per second").isNotEqualTo(rcu.get(0).after());
  }

  @Test
  void speedsOfAnotherMachineAreNotCompared() throws IOException {
    edit("host.json", host -> ((ObjectNode) host).put("cpuModel", "another processor"));
    scale("RcuHash", "FindBenchmark", "512", 1, 0.5);

    ChangesView changes = changes();

    assertThat(changes.speeds()).isEmpty();
    assertThat(changes.problems())
        .singleElement()
        .asString()
        .startsWith("Speeds are not compared, because the machines differ: there \"")
        .contains("another processor");
  }

  @Test
  void aContradictionComesBeforeAGap() throws IOException {
    edit(
        "verdicts.json",
        rows -> {
          verdict(rows, "GlobalIdr", "UNIQUE_IDS", "NOT_RUN");
          verdict(rows, "RcuHash", "VALID_IDS", "CONTRADICTED");
        });

    assertThat(changes().verdicts())
        .extracting(
            change -> change.after().design(),
            change -> change.before().state(),
            change -> change.after().state())
        .containsExactly(
            tuple("RcuHash", VerdictClass.HOLDS, VerdictClass.PROMISE_BROKEN),
            tuple("GlobalIdr", VerdictClass.HOLDS, VerdictClass.NOT_RUN));
    assertThat(changes().sentence()).startsWith("2 verdicts differ; ");
  }

  /** A verdict that no evidence bears, whatever the file says, is no verdict. */
  @Test
  void confirmedWithoutASampleIsNotRun() throws IOException {
    edit(
        "verdicts.json",
        rows -> {
          for (JsonNode row : rows) {
            if (row.path("design").asText().equals("RcuHash")
                && row.path("claim").asText().equals("VALID_IDS")) {
              ((ArrayNode) row.path("evidence")).removeAll();
            }
          }
        });

    assertThat(changes().verdicts())
        .extracting(change -> change.before().state(), change -> change.after().state())
        .containsExactly(tuple(VerdictClass.HOLDS, VerdictClass.NOT_RUN));
  }

  @Test
  void aRunWithoutSpeedsIsSaidToHaveNone() throws IOException {
    after = Samples.copy(Samples.STOPPED, temp.resolve("stopped"));

    ChangesView changes = changes();

    assertThat(changes.compared()).isZero();
    assertThat(changes.problems()).last().asString().contains("no speeds to compare");
    assertThat(changes.verdicts()).isNotEmpty();
  }

  @Test
  void whatOnlyOneRunMeasuredDoesNotBuryTheAnswer() throws IOException {
    edit("jmh.json", rows -> removeAllBut((ArrayNode) rows, 8));
    Document page = page();

    assertThat(page.select("#changes p.banner")).hasSize(3);
    assertThat(page.expectFirst("#changes details summary").text())
        .matches("\\d+ more rows not compared");
    assertThat(page.select("#changes details li")).hasSizeGreaterThan(5);
  }

  private static void removeAllBut(ArrayNode rows, int left) {
    while (rows.size() > left) {
      rows.remove(rows.size() - 1);
    }
  }

  @Test
  void changesStandBeforeEverythingElse() throws IOException {
    scale("RcuHash", "FindBenchmark", "512", 1, 0.5);
    Document page = page();

    assertThat(page.expectFirst("h2").text()).startsWith("Changes from Run 1 to Run 2");
    assertThat(page.expectFirst("#changes tbody tr").text()).contains("slower", "-50.0 %");
    assertThat(page.expectFirst("nav").text()).contains("Changes");

    RunFolder alone = RunFolder.read(before);
    ReportPage.write(List.of(alone), temp.resolve("alone.html"));
    assertThat(Jsoup.parse(temp.resolve("alone.html")).select("#changes, [href=#changes]"))
        .isEmpty();
  }

  private ChangesView changes() throws IOException {
    List<ChangesView> changes = PageView.of(runs(), temp.resolve("index.html")).changes();
    assertThat(changes).hasSize(1);
    return changes.get(0);
  }

  private Document page() throws IOException {
    ReportPage.write(runs(), temp.resolve("index.html"));
    return Jsoup.parse(temp.resolve("index.html"));
  }

  private List<RunFolder> runs() throws IOException {
    return List.of(RunFolder.read(before), RunFolder.read(after));
  }

  private interface Edit {
    void apply(JsonNode content);
  }

  private void edit(String file, Edit edit) throws IOException {
    JsonNode content = JSON.readTree(after.resolve(file).toFile());
    edit.apply(content);
    JSON.writeValue(after.resolve(file).toFile(), content);
  }

  private static void verdict(JsonNode rows, String design, String claim, String verdict) {
    for (JsonNode row : rows) {
      if (row.get("design").asText().equals(design) && row.get("claim").asText().equals(claim)) {
        ((ObjectNode) row).put("verdict", verdict);
      }
    }
  }

  /** Makes one row of the second run faster by a factor. */
  private void scale(String design, String benchmark, String timers, int threads, double factor)
      throws IOException {
    edit(
        "jmh.json",
        rows -> {
          for (JsonNode row : rows) {
            if (row.get("benchmark").asText().contains(benchmark)
                && row.at("/params/design").asText().equals(design)
                && row.at("/params/timers").asText().equals(timers)
                && row.get("threads").asInt() == threads) {
              ObjectNode metric = (ObjectNode) row.get("primaryMetric");
              metric.put("score", metric.get("score").asDouble() * factor);
              for (JsonNode fork : metric.get("rawData")) {
                ArrayNode iterations = (ArrayNode) fork;
                for (int i = 0; i < iterations.size(); i++) {
                  iterations.set(i, iterations.get(i).asDouble() * factor);
                }
              }
            }
          }
        });
  }
}
