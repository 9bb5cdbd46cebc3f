package org.ptstress.reports.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  private static final int COMMANDS = 8;

  @TempDir private Path temp;

  @Test
  void commandsOfTheSameSecondGetFoldersOfTheirOwn() throws Exception {
    List<Future<Path>> folders = atOnce(() -> OutputFolder.dated(temp.resolve("runs"), "run.json"));
    HashSet<Path> different = new HashSet<>();
    for (Future<Path> folder : folders) {
      different.add(folder.get());
      assertThat(folder.get()).isDirectoryContaining("glob:**/run.json");
    }
    assertThat(different).hasSize(COMMANDS);
  }

  @Test
  void oneOfSeveralCommandsGetsAFolder() throws Exception {
    List<Future<Path>> folders = atOnce(() -> OutputFolder.empty(temp.resolve("run"), "run.json"));
    int refused = 0;
    for (Future<Path> folder : folders) {
      try {
        folder.get();
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(UserException.class).hasMessageContaining("not empty");
        refused++;
      }
    }
    assertThat(refused).isEqualTo(COMMANDS - 1);
  }

  @Test
  void aRefusedFolderStaysAsItIs() throws IOException {
    Files.writeString(temp.resolve("precious"), "data");
    assertThatThrownBy(() -> OutputFolder.empty(temp, "run.json"))
        .hasMessageContaining("not empty");
    assertThat(temp).isDirectoryNotContaining("glob:**/run.json");
  }

  private static List<Future<Path>> atOnce(Callable<Path> command) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(COMMANDS);
    try {
      List<Callable<Path>> commands = new ArrayList<>();
      for (int i = 0; i < COMMANDS; i++) {
        commands.add(command);
      }
      return threads.invokeAll(commands);
    } finally {
      threads.shutdown();
    }
  }
}
