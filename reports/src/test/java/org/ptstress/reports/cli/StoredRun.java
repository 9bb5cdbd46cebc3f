package org.ptstress.reports.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.result.Witness;
import org.ptstress.stress.check.Applicability;
import org.ptstress.stress.verdict.Judge;

/** A copy of the baseline as a whole run of today, to be doctored. */
record StoredRun(Path folder) {
  static final Path BASELINE = Path.of("baseline");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the baseline is too old to say of a design is filled in. */
  static StoredRun in(Path temp) throws IOException {
    StoredRun run = new StoredRun(Files.createTempDirectory(temp, "run"));
    try (Stream<Path> files = Files.walk(BASELINE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = run.folder.resolve(BASELINE.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    run.edit("verdicts.json", verdicts -> run.complete((ArrayNode) verdicts));
    return run;
  }

  /** Changes a file of JSON. */
  void edit(String file, Consumer<JsonNode> change) throws IOException {
    JsonNode content = JSON.readTree(folder.resolve(file).toFile());
    change.accept(content);
    JSON.writeValue(folder.resolve(file).toFile(), content);
  }

  /** A change of a folder. */
  @FunctionalInterface
  interface Change {
    void of(StoredRun run) throws IOException;
  }

  /** Changes the first row of a file. */
  static Change of(String file, Consumer<JsonNode> change) {
    return run -> run.edit(file, rows -> change.accept(rows.get(0)));
  }

  /** Marks a phase as one that failed. */
  void fail(String phase) throws IOException {
    edit(
        "run.json",
        run -> {
          for (JsonNode each : run.path("phases")) {
            if (each.path("name").asText().equals(phase)) {
              ((ObjectNode) each).put("status", "FAILED").put("detail", "it was out of memory");
            }
          }
        });
  }

  /** One store more in every find of a design, as a counter of lookups makes. */
  void countLookups(String design) throws IOException {
    edit(
        "accesses.json",
        rows -> {
          for (JsonNode row : find(rows, design).path("counts")) {
            if (row.path("operation").asText().equals("FIND")) {
              int draws = row.path("draws").asInt();
              ObjectNode call = (ObjectNode) row.path("call");
              call.put("stores", call.path("stores").asInt() + draws);
              ((ArrayNode) row.path("fields"))
                  .addArray()
                  .add(design + ".lookups")
                  .add(0)
                  .add(draws)
                  .add(0)
                  .add(0);
            }
          }
        });
  }

  /** What another JDK on another machine changes: the layout of objects, and the speeds. */
  void moveElsewhere() throws IOException {
    edit("host.json", host -> ((ObjectNode) host).put("cpuModel", "another").put("jdk", "25"));
    edit(
        "accesses.json",
        rows -> {
          for (JsonNode row : rows) {
            for (JsonNode count : row.path("counts")) {
              ObjectNode call = (ObjectNode) count.path("call");
              call.put("lines", call.path("lines").asInt() + 3);
              call.put("bytes", call.path("bytes").asInt() + 8);
            }
          }
        });
    FindScores.scale(folder.resolve("jmh.json"), "BucketLockHash", 0.2);
  }

  private static JsonNode find(JsonNode rows, String design) {
    for (JsonNode row : rows) {
      if (row.path("design").asText().equals(design)) {
        return row;
      }
    }
    throw new AssertionError("no row of " + design);
  }

  private void complete(ArrayNode verdicts) {
    for (Design design : Designs.all()) {
      for (Claim claim : Claim.values()) {
        Promise promise = design.promises().on(claim);
        if (!says(verdicts, design, promise)) {
          add(verdicts, design, promise);
        }
      }
    }
  }

  private static boolean says(ArrayNode verdicts, Design design, Promise promise) {
    for (int i = 0; i < verdicts.size(); i++) {
      JsonNode row = verdicts.get(i);
      if (row.path("design").asText().equals(design.name())
          && row.path("claim").asText().equals(promise.claim().name())) {
        if (row.path("expectation").asText().equals(promise.expectation().name())) {
          return true;
        }
        verdicts.remove(i);
        return false;
      }
    }
    return false;
  }

  private void add(ArrayNode verdicts, Design design, Promise promise) {
    boolean held = promise.expectation() != Expectation.BROKEN;
    CheckResult check =
        CheckResult.ran(
            design.name(), Applicability.NAME, promise.claim(), held, 1, "filled in by a test");
    Evidence evidence =
        new Evidence(
            Tool.CHECK,
            Applicability.NAME,
            RunStatus.RUN,
            "",
            1,
            held ? List.of() : List.of(new Witness("filled in by a test", 1)),
            "",
            "");
    VerdictRow row = Judge.judge(design.name(), promise, List.of(evidence));
    verdicts.add(JSON.<JsonNode>valueToTree(row));
    try {
      edit("checks.json", checks -> ((ArrayNode) checks).add(JSON.<JsonNode>valueToTree(check)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
