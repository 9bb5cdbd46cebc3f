package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.reports.verdict.ExitStatus;

/** Candidates that prove less than they say. The same run undoctored passes. */
class DoctoredRunTest {
  @TempDir private Path temp;

  @Test
  void theRunItselfPasses() throws IOException {
    assertThat(gate(StoredRun.in(temp)).status()).isZero();
  }

  private static final List<String> OF_DESIGNS =
      List.of(
          "races.json", "interleavings.json", "explorations.json", "checks.json", "verdicts.json");

  private static final Map<String, StoredRun.Change> INCOMPLETE =
      Map.ofEntries(
          Map.entry("the phase races failed and races.json is gone", failedWithoutFile("races")),
          Map.entry("the phase checks failed and its file is gone", failedWithoutFile("checks")),
          Map.entry(
              "the phase interleavings failed and its file is gone",
              failedWithoutFile("interleavings")),
          Map.entry(
              "the phase verdicts failed and its file is gone", failedWithoutFile("verdicts")),
          Map.entry("the phase host failed and its file is gone", failedWithoutFile("host")),
          Map.entry("the phase latency failed", run -> run.fail("latency")),
          Map.entry("the phase jmh failed after it wrote", run -> run.fail("jmh")),
          Map.entry(
              "run.json does not list the races",
              run ->
                  run.edit(
                      "run.json",
                      file -> remove(file.path("phases"), "name", name -> name.equals("races")))),
          Map.entry("a file is gone", run -> Files.delete(run.folder().resolve("races.json"))),
          Map.entry("there are no verdicts", rows("verdicts.json", "design", design -> true)),
          Map.entry(
              "a design has no verdicts",
              rows("verdicts.json", "design", design -> design.equals("RfcHash"))),
          Map.entry(
              "a claim has no verdicts",
              rows("verdicts.json", "claim", claim -> claim.equals("UNIQUE_IDS"))),
          Map.entry("there are no races", rows("races.json", "design", design -> true)),
          Map.entry("there are no checks", rows("checks.json", "design", design -> true)),
          Map.entry("there are no searches", rows("interleavings.json", "design", design -> true)),
          Map.entry(
              "a design was not raced",
              rows("races.json", "design", design -> design.equals("ProcessIdr"))),
          Map.entry(
              "a scenario was not raced",
              rows("races.json", "scenario", scenario -> scenario.equals("DeleteAgainstFind"))),
          Map.entry(
              "a design was not counted",
              rows("accesses.json", "design", design -> design.equals("RcuHash"))),
          Map.entry(
              "the conflicts of a design are gone",
              rows("conflicts.json", "design", design -> design.equals("RcuHash"))),
          Map.entry("the races have no samples", samples("races.json", "samples")),
          Map.entry("the checks have no cases", samples("checks.json", "samples")),
          Map.entry("the searches explored nothing", samples("interleavings.json", "explored")),
          Map.entry(
              "no file has samples and the verdicts know it",
              run -> {
                samples("races.json", "samples").of(run);
                samples("checks.json", "samples").of(run);
                samples("interleavings.json", "explored").of(run);
                everyEvidence(run, evidence -> evidence.put("samples", 0));
              }),
          Map.entry(
              "all evidence is excused by the number of CPUs",
              run -> {
                for (String file : new String[] {"races.json", "checks.json"}) {
                  run.edit(file, DoctoredRunTest::excuse);
                }
                run.edit("interleavings.json", DoctoredRunTest::excuse);
                everyEvidence(
                    run,
                    row -> row.put("status", "NOT_RUN").put("samples", 0).put("tooFewCpus", true));
              }),
          Map.entry(
              "run.json names fewer designs than the rows",
              run ->
                  run.edit(
                      "run.json",
                      file -> ((ObjectNode) file).putArray("designs").add("GlobalIdr"))),
          Map.entry(
              "the design that all others are compared with is not under test",
              run -> {
                run.edit("run.json", file -> remove(file.path("designs"), "", "GlobalIdr"::equals));
                for (String file : OF_DESIGNS) {
                  run.edit(file, rows -> remove(rows, "design", "GlobalIdr"::equals));
                }
                run.edit("jmh.json", DoctoredRunTest::withoutGlobalIdr);
                Files.delete(run.folder().resolve("latency/GlobalIdr.hlog"));
              }),
          Map.entry("a claim is twice there", twice("verdicts.json")),
          Map.entry("a design was counted twice", twice("accesses.json")),
          Map.entry("the conflicts of a design are twice there", twice("conflicts.json")),
          Map.entry(
              "a promise is weaker than the entry's",
              run ->
                  run.edit(
                      "verdicts.json",
                      rows -> {
                        for (JsonNode row : rows) {
                          if (row.path("expectation").asText().equals("HOLDS")) {
                            ((ObjectNode) row).put("expectation", "BROKEN").put("reason", "it is");
                            return;
                          }
                        }
                      })));

  private static void withoutGlobalIdr(JsonNode rows) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).path("params").path("design").asText().equals("GlobalIdr")) {
        ((ArrayNode) rows).remove(i);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> isIncomplete() {
    return INCOMPLETE.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      StoredRun run = StoredRun.in(temp);
                      entry.getValue().of(run);
                      Said said = gate(run);
                      assertThat(said.status()).as(said.text()).isEqualTo(ExitStatus.INCOMPLETE);
                    }));
  }

  /** {@code verdicts.json} alone says that nothing was seen. */
  @Test
  void aWitnessThatTheVerdictsConcealContradicts() throws IOException {
    StoredRun run = StoredRun.in(temp);
    run.edit(
        "races.json",
        rows -> {
          for (JsonNode row : rows) {
            if (row.path("design").asText().equals("ProcessIdr")
                && row.path("scenario").asText().equals("DeleteAgainstFind")) {
              for (JsonNode outcome : row.path("outcomes")) {
                if (outcome.path("count").asLong() > 0) {
                  ((ObjectNode) outcome).putArray("breaks").add("NO_STALE_FIND");
                }
              }
            }
          }
        });
    Said said = gate(run);
    assertThat(said.status()).as(said.text()).isEqualTo(ExitStatus.CONTRADICTED);
    assertThat(said.text()).contains("ProcessIdr NO_STALE_FIND: A witness was seen");
  }

  private static StoredRun.Change failedWithoutFile(String phase) {
    return run -> {
      run.fail(phase);
      Files.delete(run.folder().resolve(phase + ".json"));
    };
  }

  private static StoredRun.Change rows(String file, String key, Predicate<String> gone) {
    return run -> run.edit(file, rows -> remove(rows, key, gone));
  }

  private static StoredRun.Change twice(String file) {
    return run -> run.edit(file, rows -> ((ArrayNode) rows).add(rows.get(0).deepCopy()));
  }

  private static void remove(JsonNode rows, String key, Predicate<String> gone) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      JsonNode row = rows.get(i);
      if (gone.test((key.isEmpty() ? row : row.path(key)).asText())) {
        ((ArrayNode) rows).remove(i);
      }
    }
  }

  private static StoredRun.Change samples(String file, String key) {
    return run ->
        run.edit(file, rows -> rows.forEach(row -> empty(((ObjectNode) row).put(key, 0))));
  }

  private static void empty(JsonNode row) {
    row.path("outcomes").forEach(outcome -> ((ObjectNode) outcome).put("count", 0));
  }

  private static void excuse(JsonNode rows) {
    for (JsonNode row : rows) {
      empty(row);
      ((ObjectNode) row)
          .put("status", "NOT_RUN")
          .put("tooFewCpus", true)
          .put("samples", 0)
          .put("explored", 0);
    }
  }

  private static void everyEvidence(StoredRun run, java.util.function.Consumer<ObjectNode> change)
      throws IOException {
    run.edit(
        "verdicts.json",
        rows ->
            rows.forEach(
                row -> row.path("evidence").forEach(item -> change.accept((ObjectNode) item))));
  }

  private static Said gate(StoredRun candidate) {
    StringWriter text = new StringWriter();
    PrintWriter printer = new PrintWriter(text, true);
    int status =
        Main.run(
            printer,
            printer,
            "gate",
            "--baseline",
            StoredRun.BASELINE.toString(),
            "--candidate",
            candidate.folder().toString());
    return new Said(status, text.toString());
  }

  private record Said(int status, String text) {}
}
