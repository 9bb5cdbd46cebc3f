package org.ptstress.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path temp;
  private Path folder;
  private Path target;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("run"));
    target = folder.resolve("races.json");
  }

  @Test
  void failureLeavesTheOldFileAndNothingElse() throws IOException {
    Files.writeString(target, "old");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    target,
                    out -> {
                      out.write('n');
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(folder).isDirectoryContaining("glob:**races.json");
    assertThat(folder.toFile().list()).hasSize(1);
    assertThat(target).hasContent("old");
  }

  @Test
  void neverWritesThroughALinkOutOfTheFolder() throws IOException {
    Path outside = Files.writeString(temp.resolve("outside"), "theirs");
    Files.createSymbolicLink(target, outside);
    Files.createSymbolicLink(folder.resolve("races.json.partial"), outside);

    write("ours");
    assertThat(outside).hasContent("theirs");
    assertThat(target).hasContent("ours");
    assertThat(Files.isSymbolicLink(target)).isFalse();
    assertThat(folder.toFile().list()).containsExactly("races.json");
  }

  private void write(String text) throws IOException {
    WholeFile.write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
