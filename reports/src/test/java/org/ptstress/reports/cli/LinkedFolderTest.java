package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.reports.verdict.ExitStatus;

/** Run folders with symbolic links: no command leaves the folder. */
class LinkedFolderTest {
  @TempDir private Path temp;

  @Test
  void aReportReplacesLinksAtItsPlaces() throws IOException {
    Path run = StoredRun.in(temp).folder();
    Path page = Files.writeString(temp.resolve("page"), "precious");
    Files.createSymbolicLink(run.resolve("index.html"), page);
    Files.createSymbolicLink(run.resolve("summary.md"), temp.resolve("none"));
    assertThat(say("report", run.toString())).isZero();
    assertThat(page).hasContent("precious");
    assertThat(temp.resolve("none")).doesNotExist();
    assertThat(Files.isSymbolicLink(run.resolve("index.html"))).isFalse();
    assertThat(run.resolve("index.html")).isNotEmptyFile();
  }

  @Test
  void aCandidateIsNotCopiedThroughLinks() throws IOException {
    Path old = StoredRun.in(temp).folder();
    Path candidate = StoredRun.in(temp).folder();
    Path secret = temp.resolve("secret.json");
    Files.move(candidate.resolve("host.json"), secret);
    Files.createSymbolicLink(candidate.resolve("host.json"), secret);
    assertThat(accept(old, candidate)).isEqualTo(ExitStatus.INCOMPLETE);
  }

  @Test
  void aBaselineIsNotWrittenThroughLinks() throws IOException {
    Path old = StoredRun.in(temp).folder();
    Path elsewhere = temp.resolve("elsewhere");
    Files.move(old.resolve("latency"), elsewhere);
    Files.createSymbolicLink(old.resolve("latency"), elsewhere);
    Files.writeString(elsewhere.resolve("RfcHash.hlog"), "precious");
    assertThat(accept(old, StoredRun.in(temp).folder())).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(elsewhere.resolve("RfcHash.hlog")).hasContent("precious");
  }

  /** All that a walk from a link finds is the link. */
  @Test
  void aCandidateThatIsNamedByALinkIsCopied() throws IOException {
    Path old = StoredRun.in(temp).folder();
    Path latest = Files.createSymbolicLink(temp.resolve("latest"), StoredRun.in(temp).folder());
    assertThat(accept(old, latest)).isZero();
    assertThat(old.resolve("jmh.json")).isNotEmptyFile();
    assertThat(old).isDirectoryNotContaining("glob:**.partial");
  }

  private static int accept(Path baseline, Path candidate) {
    return say(
        "gate", "--baseline", baseline.toString(), "--candidate", candidate.toString(), "--accept");
  }

  private static int say(String... args) {
    PrintWriter text = new PrintWriter(new StringWriter(), true);
    return Main.run(text, text, args);
  }
}
