package org.ptstress.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  private static final int WRITERS = 8;

  @TempDir private Path temp;

  @Test
  void aDiskThatGetsFullLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(temp.resolve("index.html"), "old");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .hasMessage("No space left on device");
    assertThat(file).hasContent("old");
    assertThat(temp.toFile().list()).containsExactly("index.html");
  }

  @Test
  void aLinkIsReplacedAndNotFollowed() throws IOException {
    Path precious = Files.writeString(temp.resolve("precious"), "data");
    Path link = Files.createSymbolicLink(temp.resolve("index.html"), precious);
    WholeFile.write(link, "page");
    assertThat(precious).hasContent("data");
    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(link).hasContent("page");
  }

  @Test
  void whatIsAppendedComesBehind() throws IOException {
    Path file = temp.resolve("history");
    WholeFile.append(file, "one\n");
    WholeFile.append(file, "two\n");
    assertThat(file).hasContent("one\ntwo\n");
  }

  /** The logs of two gates, or of the forks of one, may be the same file. */
  @Test
  void nobodyWritesOverWhatAnotherAppends() throws Exception {
    Path file = temp.resolve("history");
    Callable<Void> writer =
        () -> {
          for (int i = 0; i < 100; i++) {
            WholeFile.append(file, "line\n");
          }
          return null;
        };
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      for (Future<Void> done : writers.invokeAll(Collections.nCopies(WRITERS, writer))) {
        done.get();
      }
    } finally {
      writers.shutdown();
    }
    assertThat(file).content().isEqualTo("line\n".repeat(WRITERS * 100));
  }
}
