package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.reports.jar.OutsideDesigns;
import org.ptstress.reports.phase.RunPhases;
import org.ptstress.reports.phase.UserException;
import org.ptstress.run.cost.CountedClaims;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.VerdictRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says within a minute which claims a design keeps, whatever it promises. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    description = {
      "Says of every claim whether a design keeps it, whatever the design promises, and shows a"
          + " counterexample of the first that it breaks. With --claim, of that claim only.",
      "Takes all designs of --class-path if none is named."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every claim was judged, and none is broken",
      "2:a claim is broken",
      "3:a claim could not be judged"
    })
final class JudgeCommand implements Callable<Integer> {
  /** What verdicts and report take, after the last phase. */
  private static final Duration CLOSING = Duration.ofSeconds(2);

  @Spec private CommandSpec spec;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "The time for each design; what has not run by then is not judged (default:"
              + " ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--claim",
      paramLabel = "CLAIM",
      description = "Judges this claim only, until there is a counterexample.")
  private @Nullable Claim claim;

  @Mixin private RunOptions options;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  JudgeCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (limit <= CLOSING.toSeconds()) {
      throw new UserException(
          "The limit of "
              + limit
              + " s is too short to judge anything; give more than "
              + CLOSING.toSeconds()
              + " s with --limit.");
    }
    RunOptions.Ended ended =
        options.run(
            spec,
            Profile.JUDGE,
            JudgeCommand::needed,
            (folder, designs, recorder) ->
                judge(
                    new RunPhases(
                        folder,
                        Profile.JUDGE,
                        designs,
                        claim,
                        JudgeCommand::asIfPromised,
                        recorder,
                        deadline(designs.size()))));
    return close(ended);
  }

  private static List<Design> needed(OutsideDesigns outside) {
    if (outside.designs().isEmpty()) {
      throw new UserException(
          "Nothing to judge: name designs with --designs, or bring some with --class-path.");
    }
    return outside.designs();
  }

  private Deadline deadline(int designs) {
    return Deadline.in(Duration.ofSeconds((long) limit * designs).minus(CLOSING));
  }

  /**
   * What is cheap and exact first, so that every claim has evidence before any is looked into; of
   * one claim, whatever shows the steps of a counterexample.
   */
  private RunFolder judge(RunPhases run) throws IOException, InterruptedException {
    run.describeHost();
    if (claim == null || CountedClaims.decides(claim)) {
      run.record();
    } else {
      run.leaveOut("accesses", "No count decides " + claim + ".");
    }
    if (claim == null) {
      run.check();
      run.explore();
    } else {
      unlessBroken("explorations", run, run::explore);
      unlessBroken("checks", run, run::check);
    }
    unlessBroken("interleavings", run, run::search);
    unlessBroken("races", run, run::race);
    run.leaveOutMeasurements();
    return run.finish();
  }

  /** A phase of a run. */
  @FunctionalInterface
  private interface Part {
    void run() throws IOException, InterruptedException;
  }

  private static void unlessBroken(String phase, RunPhases run, Part part)
      throws IOException, InterruptedException {
    if (run.isBroken()) {
      run.leaveOut(phase, "The claim is broken already.");
    } else {
      part.run();
    }
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
