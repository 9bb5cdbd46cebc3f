package org.ptstress.reports.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RunFile.Completion;

class RunRecorderTest {
  @TempDir private Path temp;

  @Test
  void aRunWithoutItsPageIsNotComplete() throws IOException {
    RunRecorder recorder =
        new RunRecorder(
            temp,
            Profile.KERNEL,
            List.of(),
            List.of("kernel"),
            "1",
            new PhaseDisplay(new PrintWriter(Writer.nullWriter())));
    recorder.leaveOutTheRest("It is a test.");
    // In the way of the page, and not to be replaced by a file.
    Path inTheWay = Files.createDirectory(temp.resolve("index.html"));
    assertThatThrownBy(recorder::complete).isInstanceOf(IOException.class);
    assertThat(status()).isEqualTo(Completion.INCOMPLETE);
    Files.delete(inTheWay);
    assertThat(recorder.complete().run().status()).isEqualTo(Completion.COMPLETE);
    assertThat(status()).isEqualTo(Completion.COMPLETE);
    assertThat(temp.resolve("index.html")).content().doesNotContain("stopped before it finished");
  }

  private Completion status() throws IOException {
    return RunFolder.read(temp).run().status();
  }
}
