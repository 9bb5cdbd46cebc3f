package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ptstress.bench.host.ThisMachine;
import org.ptstress.model.fault.Fault;
import org.ptstress.model.fault.Faults;
import org.ptstress.reports.phase.ReportFiles;
import org.ptstress.reports.phase.RunRecorder;
import org.ptstress.reports.phase.UserException;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.Profile;
import org.ptstress.stress.StressBudget;
import org.ptstress.stress.fault.FaultRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tests the tools: seeds faults into good designs, and reports which of them each tool finds. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = {
      "Runs every tool on seeded faults, each a correct design with one wrong"
          + " step, and writes the kill matrix to faults.json."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every fault was found by the tools that should find it",
      "2:a tool missed a fault that it should find",
      "3:something did not run"
    })
final class FaultsCommand implements Callable<Integer> {
  private static final String WHY_NOT = "It is not part of a run of faults.";

  @Spec private CommandSpec spec;

  @Option(
      names = "--faults",
      paramLabel = "NAME",
      split = ",",
      description = "Only these faults, separated by commas.")
  private List<String> names = List.of();

  @Option(
      names = "--peers",
      description =
          "Also runs Lincheck on every fault, and races each in every scenario, to compare the"
              + " times to the first witness.")
  private boolean peers;

  @Mixin private OutOption out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Fault> faults = chosen();
    return out.run(
        spec,
        Profile.FAULTS,
        faults.stream().map(Fault::base).distinct().toList(),
        (folder, recorder) -> close(run(folder, faults, peers, recorder), folder, recorder));
  }

  private List<Fault> chosen() {
    List<String> known = Faults.all().stream().map(Fault::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new UserException(
            "Unknown fault \"" + name + "\". Known faults: " + String.join(", ", known) + ".");
      }
    }
    return Faults.all().stream()
        .filter(fault -> names.isEmpty() || names.contains(fault.name()))
        .toList();
  }

  /** The part of one tool: all faults. */
  @FunctionalInterface
  private interface Part {
    List<FaultRow> run(ProgressListener progress) throws IOException, InterruptedException;
  }

  private static List<FaultRow> run(
      Path folder, List<Fault> faults, boolean peers, RunRecorder recorder)
      throws IOException, InterruptedException {
    FaultRun run =
        new FaultRun(
            folder,
            StressBudget.ofFaults(),
            faults,
            peers,
            Runtime.getRuntime().availableProcessors());
    List<FaultRow> rows = new ArrayList<>();
    recorder.phase("host", bar -> ResultFiles.write(folder, ThisMachine.describe()));
    part("faults by checks", folder, recorder, rows, run::check);
    part("faults by explorations", folder, recorder, rows, run::explore);
    if (peers) {
      part("faults by searches", folder, recorder, rows, run::search);
    }
    part("faults by races", folder, recorder, rows, run::race);
    part("faults by counts", folder, recorder, rows, run::record);
    recorder.leaveOutTheRest(WHY_NOT);
    return rows;
  }

  private static void part(
      String name, Path folder, RunRecorder recorder, List<FaultRow> rows, Part part)
      throws IOException, InterruptedException {
    recorder.phase(
        name,
        bar -> {
          // The time to a kill is a result.
          rows.addAll(bar.alone(() -> part.run(bar::at)));
          // After every part, so that a run that is stopped leaves what it has.
          ResultFiles.write(folder, ResultFiles.FAULTS, rows);
        });
  }

  private Integer close(List<FaultRow> rows, Path folder, RunRecorder recorder) throws IOException {
    recorder.complete();
    Path page = folder.resolve(ReportFiles.PAGE);
    PrintWriter terminal = spec.commandLine().getOut();
    List<FaultRow> missed = rows.stream().filter(FaultRow::isMissed).toList();
    for (FaultRow row : missed) {
      terminal.printf("MISSED: %s did not find %s.%n", row.tool(), row.fault());
    }
    List<FaultRow> notRun = rows.stream().filter(FaultRow::isNotRun).toList();
    for (FaultRow row : notRun) {
      terminal.printf("NOT_RUN: %s has no samples of %s.%n", row.tool(), row.fault());
    }
    recorder.failures().forEach(terminal::println);
    long faults = rows.stream().map(FaultRow::fault).distinct().count();
    long found = rows.stream().filter(FaultRow::killed).map(FaultRow::fault).distinct().count();
    long hung =
        rows.stream()
            .filter(FaultRow::didHang)
            .map(FaultRow::fault)
            .filter(
                fault -> rows.stream().noneMatch(row -> row.killed() && row.fault().equals(fault)))
            .distinct()
            .count();
    String verdict =
        !missed.isEmpty()
            ? "MISSED"
            : recorder.failures().isEmpty() && notRun.isEmpty() ? "Passed" : "Incomplete";
    terminal.printf(
        Locale.ROOT,
        "%s: %d of %d faults found, %d more only hung, %d times a tool missed one that it should"
            + " find. Report: %s%n",
        verdict,
        found,
        faults,
        hung,
        missed.size(),
        page.toAbsolutePath());
    if (!missed.isEmpty()) {
      return ExitStatus.CONTRADICTED;
    }
    return recorder.failures().isEmpty() && notRun.isEmpty()
        ? ExitStatus.PASSED
        : ExitStatus.INCOMPLETE;
  }
}
