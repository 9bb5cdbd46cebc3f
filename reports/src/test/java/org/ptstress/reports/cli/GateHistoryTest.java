package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.reports.paired.PairedRow;

class GateHistoryTest {
  private static final List<PairedRow> ROWS = GateFilesTest.ROWS;

  private static final List<String> LABELS = ROWS.stream().map(row -> row.row().label()).toList();

  @TempDir private Path folder;

  private final GateHistory history = new GateHistory("A CPU, 2 GHz; 2 CPUs");

  @Test
  void historyKeepsEveryForkAndGrows() throws IOException {
    Path file = folder.resolve("history.jsonl");
    history.appendJson(GateFilesTest.report(), ROWS, file);
    history.appendJson(GateFilesTest.report(), ROWS, file);
    assertThat(file).content().hasLineCount(4);
    assertThat(Files.readAllLines(file).get(0))
        .contains("\"verdict\":\"REGRESSED\"", "\"baselineForks\":[2.305E8]", "old.jar");
  }

  @Test
  void csvHasOneLineForEachGate() throws IOException {
    Path file = folder.resolve("otava.csv");
    history.appendCsv(ROWS, file);
    history.appendCsv(ROWS, file);
    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .first()
        .isEqualTo(
            "time,host,FindBenchmark.find of A with 512 timers at 1 thread,"
                + "FindBenchmark.find of B with 512 timers at 1 thread");
    assertThat(Files.readAllLines(file).get(2)).endsWith(",115.25,115.25");
    history.requireFits(null, file, LABELS);
    assertThatThrownBy(() -> history.requireFits(null, file, LABELS.subList(0, 1)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("other columns");
  }

  @Test
  void aFileOfAnotherMachineIsRefused() throws IOException {
    Path json = folder.resolve("history.jsonl");
    Path csv = folder.resolve("otava.csv");
    history.requireFits(json, csv, LABELS);
    history.appendJson(GateFilesTest.report(), ROWS, json);
    history.appendCsv(ROWS, csv);
    history.requireFits(json, csv, LABELS);
    GateHistory elsewhere = new GateHistory("A CPU, 3 GHz; 2 CPUs");
    for (Path[] files : new Path[][] {{json, null}, {null, csv}}) {
      assertThatThrownBy(() -> elsewhere.requireFits(files[0], files[1], LABELS))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("another machine")
          .hasMessageContaining("there \"A CPU 2 GHz\", here \"A CPU 3 GHz\"");
    }
  }

  @Test
  void aHistoryThatIsNotJsonIsRefused() throws IOException {
    Path json = Files.writeString(folder.resolve("history.jsonl"), "{\"host\":");
    assertThatThrownBy(() -> history.requireFits(json, null, LABELS))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is not JSON");
  }

  @Test
  void anEmptyFileIsNew() throws IOException {
    Path json = Files.createFile(folder.resolve("history.jsonl"));
    Path csv = Files.createFile(folder.resolve("otava.csv"));
    history.requireFits(json, csv, LABELS);
    history.appendCsv(ROWS, csv);
    assertThat(Files.readAllLines(csv)).hasSize(2).first().asString().startsWith("time,host,");
  }

  @Test
  void aLineThatLacksItsEndIsNotSpoilt() throws IOException {
    Path csv = folder.resolve("otava.csv");
    history.appendCsv(ROWS, csv);
    Files.writeString(csv, Files.readString(csv).stripTrailing());
    history.appendCsv(ROWS, csv);
    assertThat(Files.readAllLines(csv)).hasSize(3);
  }
}
