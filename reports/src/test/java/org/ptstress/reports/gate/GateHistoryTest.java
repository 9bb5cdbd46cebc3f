package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.run.result.Row;

class GateHistoryTest {
  private static final List<Row> ROWS = GateFilesTest.ROWS;

  @TempDir private Path folder;

  private final GateHistory history = new GateHistory("A CPU, 2 GHz; 2 CPUs");

  @Test
  void historyKeepsEveryForkAndGrows() throws IOException {
    Path file = folder.resolve("history.jsonl");
    history.appendJson(GateFilesTest.report(), file);
    history.appendJson(GateFilesTest.report(), file);
    assertThat(file).content().hasLineCount(4);
    assertThat(Files.readAllLines(file).get(0))
        .contains("\"verdict\":\"REGRESSED\"", "\"baselineForks\":[2.305E8]", "old.jar");
  }

  @Test
  void csvHasOneLineForEachGate() throws IOException {
    Path file = folder.resolve("otava.csv");
    history.appendCsv(GateFilesTest.report(), file);
    history.appendCsv(GateFilesTest.report(), file);
    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .first()
        .isEqualTo(
            "time,host,FindBenchmark.find of A with 512 timers at 1 thread,"
                + "FindBenchmark.find of B with 512 timers at 1 thread");
    assertThat(Files.readAllLines(file).get(2)).endsWith(",115.25,115.25");
    assertThat(history.problem(null, file, ROWS)).isEmpty();
    assertThat(history.problem(null, file, ROWS.subList(0, 1))).contains("other columns");
  }

  @Test
  void aFileOfAnotherMachineIsRefused() throws IOException {
    Path json = folder.resolve("history.jsonl");
    Path csv = folder.resolve("otava.csv");
    assertThat(history.problem(json, csv, ROWS)).isEmpty();
    history.appendJson(GateFilesTest.report(), json);
    history.appendCsv(GateFilesTest.report(), csv);
    assertThat(history.problem(json, csv, ROWS)).isEmpty();
    GateHistory elsewhere = new GateHistory("A CPU, 3 GHz; 2 CPUs");
    for (Path[] files : new Path[][] {{json, null}, {null, csv}}) {
      assertThat(elsewhere.problem(files[0], files[1], ROWS))
          .contains("another machine")
          .contains("there \"A CPU 2 GHz\", here \"A CPU 3 GHz\"");
    }
  }

  @Test
  void aHistoryThatIsNotJsonIsRefused() throws IOException {
    Path json = Files.writeString(folder.resolve("history.jsonl"), "{\"host\":");
    assertThat(history.problem(json, null, ROWS)).contains("is not JSON");
  }

  @Test
  void anEmptyFileIsNew() throws IOException {
    Path json = Files.createFile(folder.resolve("history.jsonl"));
    Path csv = Files.createFile(folder.resolve("otava.csv"));
    assertThat(history.problem(json, csv, ROWS)).isEmpty();
    history.appendCsv(GateFilesTest.report(), csv);
    assertThat(Files.readAllLines(csv)).hasSize(2).first().asString().startsWith("time,host,");
  }

  @Test
  void aLineThatLacksItsEndIsNotSpoilt() throws IOException {
    Path csv = folder.resolve("otava.csv");
    history.appendCsv(GateFilesTest.report(), csv);
    Files.writeString(csv, Files.readString(csv).stripTrailing());
    history.appendCsv(GateFilesTest.report(), csv);
    assertThat(Files.readAllLines(csv)).hasSize(3);
  }
}
