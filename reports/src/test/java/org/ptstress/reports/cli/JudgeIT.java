package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.ptstress.model.Claim;
import org.ptstress.reports.verdict.ExitStatus;

/**
 * Designs from outside, good and bad, as their authors see them judged. Side by side: most of it is
 * waiting for limits, and nothing is asked of a measurement.
 */
@Execution(ExecutionMode.CONCURRENT)
class JudgeIT {
  /** The limit, in seconds, of what ends by itself: never reached, however slow the machine is. */
  private static final int AMPLE = 600;

  /** A limit, in seconds, that cuts something off of any machine's work, and may cut off all. */
  private static final int BRIEF = 12;

  @TempDir private Path temp;

  @Test
  void theExampleIsJudgedOnEveryClaimThatTheLimitAllows() throws Exception {
    PtstressJar.Ended judged = start(DesignJar.of(temp, DesignJar.example()), BRIEF);
    if (judged.output().contains("did not start within the limit")) {
      assertThat(judged.status()).isEqualTo(ExitStatus.INCOMPLETE);
      return;
    }
    for (Claim claim : Claim.values()) {
      assertThat(judged.output())
          .containsPattern("(?m)^  " + claim + " +(kept|BROKEN|does not apply|not judged): \\S.*$");
    }
    assertThat(judged.output())
        // What README says of it, and no more; .ci/run waits for all of them.
        .doesNotContainPattern(
            "(?m)^  (?!EAGAIN_ONLY_WHEN_FULL|CREATE_INDEPENDENT|AS_GOOD_AS_BEFORE|SCALABLE_CREATE|NO_STALE_FIND)\\w+ +BROKEN")
        .endsWith("Report: " + temp.resolve("run/index.html") + "\n");
    assertThat(temp.resolve("run/index.html")).isNotEmptyFile();
  }

  @Test
  void aClaimThatHoldsIsKept() throws Exception {
    PtstressJar.Ended judged = judge(DesignJar.of(temp, DesignJar.example()), Claim.SEQUENTIAL_IDS);
    assertThat(judged.status()).as(judged.output()).isEqualTo(ExitStatus.PASSED);
    assertThat(judged.output()).contains("SEQUENTIAL_IDS         kept: ");
  }

  @Test
  void aClaimThatDoesNotApplyIsNotBroken() throws Exception {
    PtstressJar.Ended judged = judge(DesignJar.of(temp, DesignJar.example()), Claim.EVEN_BUCKETS);
    assertThat(judged.status()).as(judged.output()).isEqualTo(ExitStatus.PASSED);
    assertThat(judged.output())
        .contains("EVEN_BUCKETS           does not apply: The map does not show its buckets.");
  }

  @Test
  void aFaultIsShownWithItsCounterexample() throws Exception {
    String source =
        DesignJar.example("owner.getAndIncrementTimerId()", "(owner.getAndIncrementTimerId() ^ 1)");
    PtstressJar.Ended judged = judge(DesignJar.of(temp, source), Claim.SEQUENTIAL_IDS);
    assertThat(judged.status()).as(judged.output()).isEqualTo(ExitStatus.CONTRADICTED);
    assertThat(judged.output())
        .contains("SEQUENTIAL_IDS         BROKEN: ")
        .contains("Counterexample of SEQUENTIAL_IDS: Alone, a process gets the ids n, n+1, ...")
        .contains("Consequence: CRIU's loop")
        .contains("\nBROKEN: ");
    assertThat(temp.resolve("run/junit.xml"))
        .content()
        .contains("<testcase classname=\"MyTable\" name=\"SEQUENTIAL_IDS\"><failure message=");
  }

  @Test
  void aDesignThatThrowsBreaksCallsEndAndIsQuoted() throws Exception {
    PtstressJar.Ended judged = judge(DesignJar.of(temp, throwing()), Claim.CALLS_END);
    assertThat(judged.status()).as(judged.output()).isEqualTo(ExitStatus.CONTRADICTED);
    assertThat(judged.output())
        .contains("CALLS_END              BROKEN: ")
        .contains("java.lang.IllegalStateException: boom at my.MyTable$Table.insert")
        .contains("BROKEN: 0 kept, 1 broken, 0 not applicable, 0 not judged.");
  }

  @Test
  void aDesignThatThrowsIsNotJudgedByCallsThatDidNotEnd() throws Exception {
    PtstressJar.Ended judged = judge(DesignJar.of(temp, throwing()), Claim.SEQUENTIAL_IDS);
    assertThat(judged.status()).as(judged.output()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(judged.output())
        .containsPattern("(?m)^  SEQUENTIAL_IDS +not judged: a call did not end: ");
  }

  private static String throwing() throws Exception {
    return DesignJar.example(
        "for (long tries = 0;",
        "if (true) throw new IllegalStateException(\"boom\");" + " for (long tries = 0;");
  }

  @Test
  void aDesignThatHangsIsNotJudged() throws Exception {
    String source =
        DesignJar.example(
            "KTimer timer = timers.get(",
            "while (true) { Thread.onSpinWait(); } }"
                + " private KTimer other(Process owner, int id) { KTimer timer = timers.get(");
    PtstressJar.Ended judged = judge(DesignJar.of(temp, source), Claim.REJECTS_OUT_OF_RANGE);
    assertThat(judged.status()).as(judged.output()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(judged.output())
        .contains(
            "REJECTS_OUT_OF_RANGE   not judged: it was not tried: the design already hung in two checks");
  }

  @Test
  void oneClaimIsJudgedUntilItsCounterexample() throws Exception {
    PtstressJar.Ended ended =
        PtstressJar.run(
            "judge",
            "--designs",
            "RcuHash47",
            "--claim",
            "NO_STALE_FIND",
            "--limit",
            Integer.toString(AMPLE),
            "--out",
            temp.resolve("run").toString());
    assertThat(ended.status()).as(ended.output()).isEqualTo(ExitStatus.CONTRADICTED);
    assertThat(ended.output())
        .contains("NO_STALE_FIND          BROKEN: ")
        .contains("Counterexample of NO_STALE_FIND")
        .contains("  Outcome: ")
        .contains("stale: the newest is ")
        .contains("BROKEN: 0 kept, 1 broken, 0 not applicable, 0 not judged.")
        .doesNotContain("UNIQUE_IDS ");
    assertThat(temp.resolve("run/races.json")).doesNotExist();
  }

  @Test
  void aJarWithoutDesignIsRefused() throws Exception {
    Path jar = DesignJar.of(temp, DesignJar.example(), "");
    PtstressJar.Ended ended = start(jar, BRIEF);
    assertThat(ended.status()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(ended.output())
        .endsWith(
            "ptstress: "
                + jar
                + " has no META-INF/services/org.ptstress.model.Design; add that file with the name"
                + " of the class that implements Design.\n");
  }

  @Test
  void aDesignThatCallsExitIsRefused() throws Exception {
    String source =
        DesignJar.example(
            "implements Design {", "implements Design { public MyTable() { System.exit(0); }");
    PtstressJar.Ended ended = start(DesignJar.of(temp, source), BRIEF);
    assertThat(ended.status()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(ended.output())
        .endsWith(
            "ptstress: my.MyTable.<init> called exit, which ends every tool with its JVM, so nothing"
                + " is judged; have it throw an exception instead.\n");
  }

  private PtstressJar.Ended judge(Path jar, Claim claim) throws IOException, InterruptedException {
    return start(jar, AMPLE, "--claim", claim.name());
  }

  private PtstressJar.Ended start(Path jar, int limit, String... more)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "judge",
                "--class-path",
                jar.toString(),
                "--designs",
                "MyTable",
                "--limit",
                Integer.toString(limit),
                "--out",
                temp.resolve("run").toString()));
    arguments.addAll(List.of(more));
    return PtstressJar.run(arguments.toArray(String[]::new));
  }
}
