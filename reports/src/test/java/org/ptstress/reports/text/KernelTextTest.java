package org.ptstress.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.run.kernel.KernelOutcome;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.kernel.KernelTime;
import org.ptstress.run.result.RunStatus;

class KernelTextTest {
  @Test
  void whatDoesNotDifferPasses() {
    KernelText text = text(scripts(List.of()), race(true));
    assertThat(text.exitStatus()).isZero();
    assertThat(printed(text))
        .contains("Scripts: 1,000 in 2.0 s", "7 ok, EINVAL")
        .endsWith(
            "Passed: 1,000 calls of scripts and 1 race on Linux 6.18, compared with BucketLockHash."
                + " Report: /index.html");
  }

  @Test
  void timesArePrinted() {
    KernelResult times =
        new KernelResult(
            "6.18",
            "BucketLockHash",
            KernelResult.TIMES,
            RunStatus.RUN,
            "",
            9,
            2,
            List.of(),
            List.of(),
            List.of(new KernelTime(KernelTime.GETTIME, 2, false, 9, 407)));
    assertThat(printed(text(scripts(List.of()), times)))
        .contains("Times: 9 in 2.0 s", "407 ns timer_gettime, 2 threads", "and 0 races on");
  }

  @Test
  void aDifferentScriptContradicts() {
    KernelText text = text(scripts(List.of("0 create 0 gives 0, and 1")), race(true));
    assertThat(text.exitStatus()).isEqualTo(2);
    assertThat(printed(text)).contains("    0 create 0 gives 0, and 1").contains("Contradicted: ");
  }

  @Test
  void anOutcomeThatNoTableGivesContradicts() {
    KernelText text = text(scripts(List.of()), race(false));
    assertThat(text.exitStatus()).isEqualTo(2);
    assertThat(printed(text)).contains("ok, EINVAL, which no correct table gives");
  }

  @Test
  void whatCannotRunIsOneSentence() {
    KernelText text =
        text(
            new KernelResult(
                "", "", "Scripts", RunStatus.NOT_RUN, "no cc", 0, 0, List.of(), List.of()));
    assertThat(text.exitStatus()).isZero();
    assertThat(printed(text)).isEqualTo("Not judged: no cc. Report: /index.html");
  }

  @Test
  void whatFailedLeavesTheRestIncomplete() {
    KernelResult lost =
        new KernelResult(
            "6.18", "A", "WrapAround", RunStatus.NOT_RUN, "it broke", 0, 0, List.of(), List.of());
    KernelText text =
        new KernelText(List.of(scripts(List.of()), lost), List.of("The phase kernel failed."));
    assertThat(text.exitStatus()).isEqualTo(3);
    assertThat(printed(text))
        .startsWith("The phase kernel failed.")
        .contains("NOT_RUN: WrapAround: it broke.", "Incomplete: 1,000 calls of scripts and 0");
    KernelText different =
        new KernelText(List.of(scripts(List.of("0 create 0 gives 1")), lost), text.failures());
    assertThat(different.exitStatus()).isEqualTo(2);
  }

  private static KernelText text(KernelResult... rows) {
    return new KernelText(List.of(rows), List.of());
  }

  private static KernelResult scripts(List<String> difference) {
    return row(KernelResult.SCRIPTS, 1_000, List.of(), difference);
  }

  private static KernelResult race(boolean expected) {
    return row(
        "DeleteAgainstFind", 7, List.of(new KernelOutcome("ok, EINVAL", 7, expected)), List.of());
  }

  private static KernelResult row(
      String comparison, long samples, List<KernelOutcome> outcomes, List<String> difference) {
    return new KernelResult(
        "6.18", "BucketLockHash", comparison, RunStatus.RUN, "", samples, 2, outcomes, difference);
  }

  private static String printed(KernelText text) {
    StringWriter out = new StringWriter();
    text.print(new PrintWriter(out, true), Path.of("/index.html"));
    return out.toString().strip();
  }
}
