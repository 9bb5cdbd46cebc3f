package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ptstress.model.Design;
import org.ptstress.reports.fleet.Merge;
import org.ptstress.reports.jar.OutsideDesigns;
import org.ptstress.reports.phase.OutputFolder;
import org.ptstress.reports.phase.ReportFiles;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.unit.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one run of shards. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = "Merges the folders of shards into one run folder with one report.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every promise was confirmed",
      "2:a promise was contradicted",
      "3:a unit is missing, something did not run, or folders are not of one run"
    })
final class MergeCommand implements Callable<Integer> {
  /** More names than this fill a terminal; all are in a file. */
  private static final int SHOWN = 20;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "Run folders.")
  private List<Path> folders;

  @Option(
      names = OutOption.NAME,
      required = true,
      paramLabel = "DIR",
      description = "The merged run folder, empty or new.")
  private Path out;

  @Mixin private ClassPathOption classPath;

  @Override
  public Integer call() throws IOException {
    try (OutsideDesigns outside = classPath.open()) {
      Merge merge =
          Merge.of(folders, Version.number(), spec.commandLine().getParseResult().originalArgs());
      PrintWriter terminal = spec.commandLine().getOut();
      merge
          .empty()
          .forEach(folder -> terminal.println(folder + " was stopped before it had any result."));
      List<Merge.Part> parts = merge.write(OutputFolder.empty(out, ResultFiles.VERDICTS));
      List<VerdictRow> verdicts = merge.verdicts();
      RunCommand.print(verdicts, terminal);
      int all = merge.plan().units().size();
      for (Merge.Part part : parts) {
        terminal.println(
            String.format(
                Locale.ROOT,
                "%s: %d of %d units, from %d %s. %s",
                part.architecture(),
                all - part.missing().size(),
                all,
                part.folders(),
                part.folders() == 1 ? "folder" : "folders",
                RunCommand.line(part.run().verdicts())));
        if (!part.missing().isEmpty()) {
          name(part, command(merge, part, outside), terminal);
        }
      }
      terminal.println(
          RunCommand.line(verdicts) + " Report: " + out.resolve(ReportFiles.PAGE).toAbsolutePath());
      boolean whole = parts.stream().allMatch(part -> part.missing().isEmpty());
      int status = ExitStatus.of(verdicts);
      return whole || status != ExitStatus.PASSED ? status : ExitStatus.INCOMPLETE;
    }
  }

  private static void name(Merge.Part part, String command, PrintWriter terminal) {
    List<String> names = part.missing().stream().map(Unit::name).toList();
    terminal.println(
        "Missing: "
            + names.stream().limit(SHOWN).collect(Collectors.joining(", "))
            + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "")
            + ".");
    terminal.println("To run only these, on " + part.architecture() + ":");
    terminal.println("    " + command);
  }

  private String command(Merge merge, Merge.Part part, OutsideDesigns outside) {
    List<String> designs = merge.plan().designs().stream().map(Design::name).toList();
    boolean all = designs.equals(outside.catalogue().stream().map(Design::name).toList());
    return "./ptstress run --profile "
        + part.run().run().profile()
        + (classPath.path() == null ? "" : " --class-path " + classPath.path())
        + (all ? "" : " --designs " + String.join(",", designs))
        + " --units "
        + part.run().path().resolve(Merge.MISSING)
        + " --out "
        + part.run().path()
        + "-missing";
  }
}
