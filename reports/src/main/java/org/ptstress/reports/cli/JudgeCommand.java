package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.reports.jar.OutsideDesigns;
import org.ptstress.reports.phase.JudgedRun;
import org.ptstress.reports.phase.UserException;
import org.ptstress.reports.text.JudgeText;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.VerdictRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges within a minute every claim of a design, whatever it promises. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    description = {
      "Judges every claim of a design, whatever the design promises, and shows a counterexample of"
          + " the first that it breaks. With --claim, judges that claim only.",
      "Takes all designs of --class-path if none is named."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every claim was judged, and none is broken",
      "2:a claim is broken",
      "3:a claim could not be judged"
    })
final class JudgeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "The time for each design; claims without evidence by then are not judged (default:"
              + " ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--claim",
      paramLabel = "CLAIM",
      description = "Judges this claim only, and stops at its first counterexample.")
  private @Nullable Claim claim;

  @Mixin private RunOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException {
    JudgedRun judged =
        new JudgedRun(
            Profile.JUDGE,
            claim,
            JudgeCommand::asIfPromised,
            Duration.ofSeconds(limit),
            startOfThisJvm(),
            System::nanoTime);
    RunOptions.Ended ended =
        options.run(spec, Profile.JUDGE, JudgeCommand::needed, judged.start(), judged::execute);
    return close(ended);
  }

  /** On a busy machine a second or more before this command. */
  private static long startOfThisJvm() {
    return System.nanoTime()
        - TimeUnit.MILLISECONDS.toNanos(ManagementFactory.getRuntimeMXBean().getUptime());
  }

  private static List<Design> needed(OutsideDesigns outside) {
    if (outside.designs().isEmpty()) {
      throw new UserException(
          "Nothing to judge: name designs with --designs, or bring some with --class-path.");
    }
    return outside.designs();
  }

  private static Promise asIfPromised(Promise promise) {
    return promise.expectation().isBroken()
        ? new Promise(promise.claim(), Expectation.HOLDS, "")
        : promise;
  }

  private Integer close(RunOptions.Ended ended) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.print(JudgeText.of(ended.folder()));
    ended.failures().forEach(terminal::println);
    List<VerdictRow> verdicts = ended.folder().verdicts();
    terminal.println(JudgeText.closing(verdicts) + " " + ended.report());
    return ended.exitStatus(verdicts);
  }
}
