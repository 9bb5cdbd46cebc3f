package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ptstress.bench.host.ThisMachine;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.reports.phase.PhaseDisplay;
import org.ptstress.reports.phase.ReportFiles;
import org.ptstress.reports.phase.RunRecorder;
import org.ptstress.reports.text.KernelText;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.result.Profile;
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
      "Compares the running kernel with the design of its era: runs random"
          + " scripts of several processes on both, shrinks the first difference to"
          + " a shortest script, races two threads on the kernel, makes calls"
          + " beside a half-built timer, and times system calls. Writes"
          + " kernel.json.",
      "Needs Linux and a C compiler, cc; as root it also tests half-built timers."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:kernel and model do not differ, or cannot be compared here",
      "2:they differ",
      "3:the comparison failed, or the command line is wrong"
    })
final class KernelCommand implements Callable<Integer> {
  private static final String WHY_NOT = "It is not part of a comparison with a kernel.";

  /** A virtual machine makes some thousand calls a second. */
  private static final long OF_IMAGE = 50_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--operations",
      paramLabel = "N",
      description =
          "The number of script calls to compare; a race runs a fifth of that in"
              + " rounds (default: 1000000, for an image 50000).")
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
      description = "A kernel image to boot in QEMU, instead of the running kernel.")
  private @Nullable Path image;

  @Option(
      names = "--design",
      paramLabel = "NAME",
      description = "The design to compare the image with (default: the design of its era).")
  private @Nullable String design;

  @Mixin private OutOption out;

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
    return out.run(
        spec,
        Profile.KERNEL,
        List.of(),
        (folder, recorder) -> run(folder, table, number, recorder));
  }

  private Integer run(Path folder, @Nullable Design table, long number, RunRecorder recorder)
      throws IOException, InterruptedException {
    recorder.phase("host", bar -> ResultFiles.write(folder, ThisMachine.describe()));
    recorder.phase("kernel", bar -> compare(folder, table, number, recorder, bar));
    recorder.leaveOutTheRest(WHY_NOT);
    KernelText text = new KernelText(recorder.complete().kernel(), recorder.failures());
    text.print(spec.commandLine().getOut(), folder.resolve(ReportFiles.PAGE));
    return text.exitStatus();
  }

  private void compare(
      Path folder, @Nullable Design table, long number, RunRecorder recorder, PhaseDisplay.Bar bar)
      throws IOException, InterruptedException {
    Path work = folder.resolve("work");
    KernelJudge judge = new KernelJudge(number, seed, bar::say);
    try {
      if (image == null) {
        judge.judge(work, bar::at);
      } else {
        judge.judge(image, table, work, bar::at);
      }
    } finally {
      ResultFiles.write(folder, ResultFiles.KERNEL, judge.rows());
      recorder.underTest(designs(judge.rows()));
    }
  }

  /** The design that was compared, if any: the kernel decides. */
  private static List<Design> designs(List<KernelResult> rows) {
    return rows.stream()
        .map(KernelResult::design)
        .filter(name -> !name.isEmpty())
        .distinct()
        .map(Designs::named)
        .toList();
  }
}
