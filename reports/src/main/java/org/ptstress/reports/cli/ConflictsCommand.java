package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.reports.jar.OutsideDesigns;
import org.ptstress.reports.phase.OutputFolder;
import org.ptstress.reports.phase.PhaseDisplay;
import org.ptstress.reports.text.ConflictsText;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.process.Deadline;
import org.ptstress.stress.cost.CostRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what operations cost and which of them conflict. */
@Command(
    name = "conflicts",
    mixinStandardHelpOptions = true,
    description =
        "Counts the loads, stores and allocations of each operation, and names"
            + " the locations on which operations of two threads conflict: exactly,"
            + " from every access.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every design was recorded",
      "3:a design was not recorded, or the command line is wrong"
    })
final class ConflictsCommand implements Callable<Integer> {
  /** A design takes seconds, on a busy machine a minute. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  @Spec private CommandSpec spec;
  @Mixin private ClassPathOption classPath;

  @Mixin private DesignsOption designs;

  @Option(
      names = OutOption.NAME,
      paramLabel = "DIR",
      description =
          "A folder, empty or new, that accesses.json and conflicts.json are also" + " written to.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    @Nullable Path folder = out == null ? null : OutputFolder.empty(out, ResultFiles.ACCESSES);
    try (OutsideDesigns outside = classPath.open()) {
      List<DesignCosts> costs = record(designs.orElse(outside::catalogue));
      PrintWriter terminal = spec.commandLine().getOut();
      costs.forEach(each -> new ConflictsText(each).print(terminal));
      if (folder != null) {
        ResultFiles.writeCosts(folder, costs);
      }
      boolean whole = costs.stream().allMatch(each -> each.problem().isEmpty());
      return whole ? ExitStatus.PASSED : ExitStatus.INCOMPLETE;
    }
  }

  private List<DesignCosts> record(List<Design> designs) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("ptstress-conflicts");
    try {
      PhaseDisplay display = new PhaseDisplay(spec.commandLine().getErr());
      try (PhaseDisplay.Bar bar = display.start("accesses")) {
        List<DesignCosts> costs =
            new CostRunner(
                    folder,
                    Runtime.getRuntime().availableProcessors(),
                    SILENCE,
                    false,
                    Deadline.none())
                .costs(designs, bar::at);
        bar.complete();
        return costs;
      }
    } finally {
      OutputFolder.delete(folder);
    }
  }
}
