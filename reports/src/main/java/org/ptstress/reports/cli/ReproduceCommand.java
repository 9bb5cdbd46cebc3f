package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.fault.Faults;
import org.ptstress.reports.jar.OutsideDesigns;
import org.ptstress.reports.phase.Interrupts;
import org.ptstress.reports.phase.OutputFolder;
import org.ptstress.reports.phase.PhaseDisplay;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.stress.reproduce.Form;
import org.ptstress.stress.reproduce.Reproducer;
import org.ptstress.stress.reproduce.Reproduction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a counterexample as a file that stands alone. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    description = {
      "Finds a counterexample to a claim, and writes it in forms that run"
          + " without ptstress: a program in C for a kernel, a jcstress test, a"
          + " litmus test for herd7, or a script of the calls.",
      "Writes every possible form, and gives the reason why another one is not."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:a form was written", "3:no form is possible, or the command line is wrong"})
final class ReproduceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--design",
      paramLabel = "NAME",
      required = true,
      description = "The design, or a seeded fault.")
  private String design;

  @Option(names = "--claim", paramLabel = "CLAIM", required = true, description = "The claim.")
  private Claim claim;

  @Option(
      names = "--as",
      paramLabel = "FORM",
      description = "Only this form: c, jcstress, litmus or script.")
  private @Nullable String form;

  @Mixin private ClassPathOption classPath;

  @Mixin private OutOption out;

  @Override
  @SuppressWarnings("try") // the designs are there as long as it is open
  public Integer call() throws IOException, InterruptedException {
    List<Form> forms = form == null ? List.of(Form.values()) : List.of(Form.named(form));
    try (OutsideDesigns outside = classPath.open()) {
      Faults.subject(design);
      return reproduce(out.folder(ResultFiles.CHECKS), forms)
          ? ExitStatus.PASSED
          : ExitStatus.INCOMPLETE;
    }
  }

  /** Writes each form as soon as it is made; returns whether there is one. */
  private boolean reproduce(Path folder, List<Form> forms)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    AtomicBoolean isAny = new AtomicBoolean();
    Interrupts interrupts = Interrupts.of(Thread.currentThread());
    PhaseDisplay display = new PhaseDisplay(spec.commandLine().getErr());
    try (PhaseDisplay.Bar bar = display.start("reproduce")) {
      int cpus = Runtime.getRuntime().availableProcessors();
      new Reproducer(folder, Faults.subject(design), claim, cpus)
          .write(
              forms,
              bar::at,
              each -> {
                lines.add(each.form().word() + ": " + write(folder, each));
                if (each.isPossible()) {
                  isAny.set(true);
                }
              });
      bar.complete();
      return isAny.get();
    } finally {
      // Behind the bar, and also if a later form failed.
      lines.forEach(spec.commandLine().getOut()::println);
      interrupts.close();
      Path work = folder.resolve("work");
      if (Files.exists(work)) {
        OutputFolder.delete(work);
      }
    }
  }

  private static String write(Path folder, Reproduction form) throws IOException {
    if (!form.isPossible()) {
      return "impossible. " + form.reason();
    }
    Path file = folder.resolve(form.file());
    WholeFile.write(file, form.text());
    return file.toAbsolutePath().toString();
  }
}
