package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
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
  /** A virtual machine makes some thousand calls a second. */
  private static final long OF_IMAGE = 50_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--operations",
      paramLabel = "N",
      description =
          "How many calls of scripts to compare; a race has a fifth of it as rounds (default:"
              + " 1000000, of an image 50000).")
  private @Nullable Long operations;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Equal seeds give equal scripts (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--image",
      paramLabel = "VMLINUZ",
      description = "A kernel from this file, in QEMU, instead of the running one.")
  private @Nullable Path image;

  @Option(
      names = "--design",
      paramLabel = "NAME",
      description = "What the image is compared with (default: the design of its time).")
  private @Nullable String design;

  @Mixin private OutOption out;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  KernelCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    long number =
        operations != null ? operations : image != null ? OF_IMAGE : KernelJudge.OPERATIONS;
    if (number < 1) {
      throw new ParameterException(
          spec.commandLine(), "--operations must be at least 1, not " + number + ".");
    }
    if (image != null && !Files.isReadable(image)) {
      throw new ParameterException(spec.commandLine(), "There is no image " + image + ".");
    }
    if (image == null && design != null) {
      throw new ParameterException(spec.commandLine(), "--design needs --image.");
    }
    @Nullable Design table = design == null ? null : Designs.named(design);
    Path folder = out.folder(ResultFiles.KERNEL);
    List<KernelResult> rows = judge(folder, table, number);
    ResultFiles.write(folder, ResultFiles.KERNEL, rows);
    KernelText text = new KernelText(rows);
    text.print(spec.commandLine().getOut(), folder.resolve(ResultFiles.KERNEL));
    return text.exitStatus();
  }

  private List<KernelResult> judge(Path folder, @Nullable Design table, long number)
      throws IOException, InterruptedException {
    Path work = folder.resolve("work");
    Interrupts interrupts = Interrupts.of(Thread.currentThread());
    PhaseDisplay display = new PhaseDisplay(spec.commandLine().getErr());
    try (PhaseDisplay.Bar bar = display.start("kernel")) {
      KernelJudge judge = new KernelJudge(number, seed);
      List<KernelResult> rows =
          image == null ? judge.judge(work, bar::at) : judge.judge(image, table, work, bar::at);
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
