package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.phase.OutputFolder;
import org.ptstress.reports.phase.ReportFiles;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.folder.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the report of stored runs. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes index.html and summary.md for one or several run folders.")
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "Run folders.")
  private List<Path> folders;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write (default: the first run folder).")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    List<RunFolder> runs = new ArrayList<>();
    for (Path folder : folders) {
      runs.add(RunFolder.read(folder));
    }
    Path target = OutputFolder.existing(out == null ? folders.get(0) : out);
    spec.commandLine().getOut().println("Report: " + ReportFiles.write(runs, target));
    return ExitStatus.PASSED;
  }
}
