package org.ptstress.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
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
}
