package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ptstress.reports.phase.Interrupts;
import org.ptstress.reports.phase.OutputFolder;
import org.ptstress.reports.phase.PhaseDisplay;
import org.ptstress.reports.phase.UserException;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.result.KernelResult;
import org.ptstress.stress.kernel.KernelJudge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the model against the kernel that this machine runs. */
@Command(
    name = "kernel",
    mixinStandardHelpOptions = true,
    description = {
      "Sends random scripts of several processes through the design of this kernel's time and"
          + " through the kernel, shrinks the first difference to a shortest script, races two"
          + " threads on the kernel, and looks at a timer that is half built. Writes kernel.json.",
      "Needs Linux and a C compiler, cc; as root it also sees half-built timers."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:kernel and model do not differ, or cannot be compared here",
      "2:they differ",
      "3:the comparison failed, or is wrongly asked for"
    })
final class KernelCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--operations",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "How many calls of scripts to compare; a race has a fifth of it as rounds (default:"
              + " ${DEFAULT-VALUE}).")
  private long operations;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Equal seeds give equal scripts (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private OutOption out;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  KernelCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (operations < 1) {
      throw new ParameterException(
          spec.commandLine(), "--operations must be at least 1, not " + operations + ".");
    }
    Path folder = out.folder(ResultFiles.KERNEL);
    List<KernelResult> rows = judge(folder);
    ResultFiles.write(folder, ResultFiles.KERNEL, rows);
    KernelText text = new KernelText(rows);
    text.print(spec.commandLine().getOut(), folder.resolve(ResultFiles.KERNEL));
    return text.exitStatus();
  }

  private List<KernelResult> judge(Path folder) throws IOException, InterruptedException {
    Path work = folder.resolve("work");
    Interrupts interrupts = Interrupts.of(Thread.currentThread());
    PhaseDisplay display = new PhaseDisplay(spec.commandLine().getErr());
    try (PhaseDisplay.Bar bar = display.start("kernel")) {
      List<KernelResult> rows = new KernelJudge(operations, seed).judge(work, bar::at);
      bar.complete();
      return rows;
    } catch (IOException e) {
      throw new UserException("The kernel could not be compared: " + e.getMessage(), e);
    } finally {
      interrupts.close();
      OutputFolder.delete(work);
    }
  }
}
