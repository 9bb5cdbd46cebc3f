package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.reports.result.RunFolder;
import org.ptstress.reports.result.Verdict;
import org.ptstress.reports.result.VerdictRow;
import org.ptstress.stress.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: races, searches, measures, judges, and draws the report. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Races, searches and measures designs, and writes a run folder with its report.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every promise was confirmed",
      "2:a promise was contradicted",
      "3:something did not run"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      defaultValue = "quick",
      description = "quick, standard or tough (default: ${DEFAULT-VALUE}).")
  private String profile;

  @Option(
      names = "--designs",
      paramLabel = "NAME",
      split = ",",
      description = "Only these designs, separated by commas (default: all).")
  private List<String> designs = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run folder, empty or new (default: a dated folder under runs/).")
  private @Nullable Path out;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  RunCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Profile chosen = Profile.named(profile);
    List<Design> tested =
        designs.isEmpty() ? Designs.all() : designs.stream().map(Designs::named).toList();
    Path folder = out == null ? OutputFolder.dated() : OutputFolder.empty(out);
    PrintWriter terminal = spec.commandLine().getErr();
    List<String> commandLine = spec.commandLine().getParseResult().originalArgs();
    RunRecorder recorder =
        new RunRecorder(folder, chosen, tested, commandLine, new PhaseDisplay(terminal));
    RunFolder run;
    Interrupts interrupts = Interrupts.of(Thread.currentThread());
    try {
      run = new FullRun(folder, chosen, tested, recorder).execute();
    } finally {
      interrupts.close();
    }
    return close(folder, recorder, run.verdicts());
  }

  private Integer close(Path folder, RunRecorder recorder, List<VerdictRow> verdicts) {
    PrintWriter terminal = spec.commandLine().getOut();
    for (VerdictRow row : verdicts) {
      if (row.verdict() != Verdict.CONFIRMED) {
        terminal.printf("%s: %s %s: %s%n", row.verdict(), row.design(), row.claim(), row.reason());
      }
    }
    recorder.failures().forEach(terminal::println);
    VerdictSummary summary = VerdictSummary.of(verdicts);
    terminal.println(
        summary.line() + " Report: " + folder.resolve(ReportFiles.PAGE).toAbsolutePath());
    boolean failed = !recorder.failures().isEmpty();
    return failed && summary.exitStatus() == ExitStatus.PASSED
        ? ExitStatus.INCOMPLETE
        : summary.exitStatus();
  }
}
