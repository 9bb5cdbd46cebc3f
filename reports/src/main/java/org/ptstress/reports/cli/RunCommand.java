package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.ptstress.reports.fleet.RunPlan;
import org.ptstress.reports.jar.OutsideDesigns;
import org.ptstress.reports.phase.RunPhases;
import org.ptstress.reports.phase.RunRecorder;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.reports.verdict.VerdictCounts;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.MissingTools;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.unit.UnitSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: races, searches, measures, judges, and draws the report. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Races, searches and measures designs, and writes a run folder with its report.",
      "Takes all designs if none is named."
    },
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
      names = "--prof",
      paramLabel = "PROFILER[:OPTIONS]",
      description = "An additional JMH profiler for the benchmarks; may be repeated.")
  private List<String> profilers = List.of();

  @Mixin private UnitOptions units;

  @Mixin private RunOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Profile chosen = Profile.named(profile);
    if (units.isList()) {
      options.ask(
          OutsideDesigns::catalogue,
          designs -> units.print(new RunPlan(chosen, designs), spec.commandLine().getOut()));
      return ExitStatus.PASSED;
    }
    RunOptions.Ended ended =
        options.run(
            spec,
            chosen,
            OutsideDesigns::catalogue,
            Deadline.none(),
            (folder, designs, recorder) -> run(folder, new RunPlan(chosen, designs), recorder));
    return close(ended);
  }

  private RunFolder run(Path folder, RunPlan plan, RunRecorder recorder)
      throws IOException, InterruptedException {
    UnitSelection selection = units.of(plan);
    ResultFiles.write(folder, plan.file(selection));
    return everything(
        plan.profile(),
        new RunPhases(
            folder,
            plan.profile(),
            plan.designs(),
            null,
            UnaryOperator.identity(),
            selection,
            recorder,
            Deadline.none()));
  }

  private RunFolder everything(Profile profile, RunPhases run)
      throws IOException, InterruptedException {
    run.describeHost();
    run.check();
    run.record();
    run.explore();
    run.race();
    run.search();
    if (profile != Profile.QUICK) {
      run.askKernel();
    }
    run.measureThroughput(profilers);
    run.measureLatency();
    return run.finish();
  }

  private Integer close(RunOptions.Ended ended) {
    PrintWriter terminal = spec.commandLine().getOut();
    List<VerdictRow> verdicts =
        ended.folder().verdicts().stream()
            .filter(row -> !UnitSelection.isOpenElsewhere(row))
            .toList();
    print(verdicts, terminal);
    ended.failures().forEach(terminal::println);
    int open = ended.folder().verdicts().size() - verdicts.size();
    if (open == 0) {
      terminal.println(line(verdicts) + " " + ended.report());
      return ended.exitStatus(verdicts);
    }
    // A shard need not confirm anything.
    boolean whole =
        ended.failures().isEmpty()
            && verdicts.stream()
                .allMatch(
                    row -> row.verdict() == Verdict.CONFIRMED || VerdictClass.lacksOnlyCpus(row));
    terminal.println(
        String.format(
            Locale.ROOT,
            "%s: this shard decides %d verdicts, and leaves %d to \"ptstress merge\". %s",
            whole ? "Passed" : "Not passed",
            verdicts.size(),
            open,
            ended.report()));
    return whole ? ExitStatus.PASSED : ended.exitStatus(verdicts);
  }

  /** Prints the verdicts that are not CONFIRMED. */
  static void print(List<VerdictRow> verdicts, PrintWriter terminal) {
    for (VerdictRow row : verdicts) {
      if (row.verdict() != Verdict.CONFIRMED) {
        terminal.printf("%s: %s %s: %s%n", row.verdict(), row.design(), row.claim(), row.reason());
      }
    }
  }

  /** The closing line: the counts, and the kinds of evidence that are missing altogether. */
  static String line(List<VerdictRow> verdicts) {
    int status = ExitStatus.of(verdicts);
    List<String> without = MissingTools.of(verdicts);
    VerdictCounts counts = VerdictCounts.ofRows(verdicts);
    String verdict =
        switch (status) {
          case ExitStatus.PASSED -> "Passed";
          case ExitStatus.CONTRADICTED -> "CONTRADICTED";
          default -> "Incomplete";
        };
    String link = status == ExitStatus.PASSED ? ", but " : ", and ";
    return String.format(
        Locale.ROOT,
        "%s%s: %d promises confirmed, %d contradicted, %d not run.",
        verdict,
        without.isEmpty() ? "" : link + String.join(", ", without),
        counts.confirmed(),
        counts.contradicted(),
        counts.notRun());
  }
}
