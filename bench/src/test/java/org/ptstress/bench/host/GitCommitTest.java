package org.ptstress.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.run.process.Program;

final class GitCommitTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void isNullOutsideACheckout() throws InterruptedException {
    assertThat(GitCommit.of(folder)).isNull();
  }

  @Test
  void isNullBeforeTheFirstCommit() throws InterruptedException {
    git("init", "--quiet");

    assertThat(GitCommit.of(folder)).isNull();
  }

  @Test
  void marksAChangedCheckout() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("file"), "committed");
    git("init", "--quiet");
    git("add", "file");
    git(
        "-c",
        "user.name=test",
        "-c",
        "user.email=test@localhost",
        "-c",
        "commit.gpgsign=false",
        "commit",
        "--quiet",
        "--no-verify",
        "--message",
        "A file");
    assertThat(GitCommit.of(folder)).matches("[0-9a-f]{40}");

    Files.writeString(file, "changed");

    assertThat(GitCommit.of(folder)).matches("[0-9a-f]{40}-dirty");
  }

  private void git(String... arguments) throws InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    assertThat(Program.outputOf(folder, command)).isNotNull();
  }
}
