package org.ptstress.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
      "Finds a counterexample to a claim, and writes it as what others can run without ptstress: a"
          + " program in C for a kernel, a jcstress test, a litmus test for herd7, or the calls.",
      "Writes every form that is possible, and says why another is not."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:a form was written", "3:none is possible, or is wrongly asked for"})
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

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ReproduceCommand() {}

  @Override
  @SuppressWarnings("try") // the designs are there as long as it is open
  public Integer call() throws IOException, InterruptedException {
    List<Form> forms = form == null ? List.of(Form.values()) : List.of(Form.named(form));
    try (OutsideDesigns outside = classPath.open()) {
      Faults.subject(design);
      Path folder = out.folder(ResultFiles.CHECKS);
      List<Reproduction> written = reproductions(folder, forms);
      PrintWriter terminal = spec.commandLine().getOut();
      for (Reproduction each : written) {
        if (each.isPossible()) {
          Path file = folder.resolve(each.file());
          WholeFile.write(file, stream -> stream.write(each.text().getBytes(UTF_8)));
          terminal.println(each.form().word() + ": " + file.toAbsolutePath());
        } else {
          terminal.println(each.form().word() + ": impossible. " + each.reason());
        }
      }
      return written.stream().anyMatch(Reproduction::isPossible)
          ? ExitStatus.PASSED
          : ExitStatus.INCOMPLETE;
    }
  }

  private List<Reproduction> reproductions(Path folder, List<Form> forms)
      throws IOException, InterruptedException {
    Interrupts interrupts = Interrupts.of(Thread.currentThread());
    PhaseDisplay display = new PhaseDisplay(spec.commandLine().getErr());
    try (PhaseDisplay.Bar bar = display.start("reproduce")) {
      int cpus = Runtime.getRuntime().availableProcessors();
      List<Reproduction> written =
          new Reproducer(folder, Faults.subject(design), claim, cpus).write(forms, bar::at);
      bar.complete();
      return written;
    } finally {
      interrupts.close();
      Path work = folder.resolve("work");
      if (Files.exists(work)) {
        OutputFolder.delete(work);
      }
    }
  }
}
