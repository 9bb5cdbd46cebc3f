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
            "time,host,FindBenchmark.find A (timers=512 1 thread),"
                + "FindBenchmark.find B (timers=512 1 thread)");
    assertThat(Files.readAllLines(file).get(2)).endsWith(",115.25,115.25");
    assertThatThrownBy(() -> history.appendCsv(ROWS.subList(0, 1), file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("other columns");
  }

  @Test
  void aFileOfAnotherMachineIsRefused() throws IOException {
    Path json = folder.resolve("history.jsonl");
    Path csv = folder.resolve("otava.csv");
    history.requireThisHost(json, csv);
    history.appendJson(GateFilesTest.report(), ROWS, json);
    history.appendCsv(ROWS, csv);
    history.requireThisHost(json, csv);
    GateHistory elsewhere = new GateHistory("A CPU, 3 GHz; 2 CPUs");
    for (Path[] files : new Path[][] {{json, null}, {null, csv}}) {
      assertThatThrownBy(() -> elsewhere.requireThisHost(files[0], files[1]))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("another machine")
          .hasMessageContaining("there \"A CPU 2 GHz; 2 CPUs\", here \"A CPU 3 GHz; 2 CPUs\"");
    }
  }

  @Test
  void aHistoryThatIsNotJsonIsRefused() throws IOException {
    Path json = Files.writeString(folder.resolve("history.jsonl"), "{\"host\":");
    assertThatThrownBy(() -> history.requireThisHost(json, null))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is not JSON");
  }
}
