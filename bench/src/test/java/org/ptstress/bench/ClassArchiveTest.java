package org.ptstress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That there is one where classes are in a jar is a test of the main job. */
final class ClassArchiveTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void classesInFoldersHaveNone() throws Exception {
    Row row = new Row(Workloads.FIND, "GlobalIdr", 64, 1);
    try (ClassArchive archive =
        ClassArchive.of(
            MeasuredJvm.classPath(), row, folder.resolve("classes"), folder.resolve("log"))) {
      assertThat(archive.jvmArgs()).isEmpty();
      assertThat(folder).isEmptyDirectory();
    }
  }
}
