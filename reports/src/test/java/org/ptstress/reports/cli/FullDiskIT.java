package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.folder.Samples;

/** A page that does not fit on the disk. */
class FullDiskIT {
  /** A hundred kilobytes; the page has four times as much. */
  private static final int BLOCKS = 200;

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leavesTheOldPageOrNone(boolean old) throws Exception {
    Path folder = Samples.copy(Samples.QUICK, temp.resolve("run"));
    Path page = folder.resolve("index.html");
    if (old) {
      Files.writeString(page, "the old page");
    }
    PtstressJar.Ended ended = PtstressJar.runWithin(BLOCKS, "report", folder.toString());
    assertThat(ended.status()).as(ended.output()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(ended.output()).contains("File too large");
    if (old) {
      assertThat(page).hasContent("the old page");
    } else {
      assertThat(page).doesNotExist();
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.partial");
  }
}
