package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ptstress.reports.text.FidelityText;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.kernel.KernelResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints docs/fidelity.md. */
@Command(
    name = "fidelity",
    mixinStandardHelpOptions = true,
    description =
        "Prints in Markdown how far the model matches the kernel: the"
            + " comparisons in the folders' kernel.json, and what cannot be compared.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:printed", "3:a file is unreadable"})
final class FidelityCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description =
          "Folders that \"ptstress kernel\" or \"ptstress run\" wrote; those"
              + " without a comparison add nothing.")
  private List<Path> folders;

  @Override
  public Integer call() throws IOException {
    List<KernelResult> rows = new ArrayList<>();
    for (Path folder : folders) {
      rows.addAll(ResultFiles.readKernel(folder));
    }
    spec.commandLine().getOut().print(new FidelityText(rows));
    return ExitStatus.PASSED;
  }
}
