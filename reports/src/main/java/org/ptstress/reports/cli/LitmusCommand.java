package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.ptstress.reports.phase.OutputFolder;
import org.ptstress.reports.text.LitmusText;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.stress.exploration.LitmusRow;
import org.ptstress.stress.exploration.LitmusRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what the explorer shows of the litmus tests. */
@Command(
    name = "litmus",
    mixinStandardHelpOptions = true,
    description =
        "Explores all executions of small programs whose outcomes the memory"
            + " model of Java decides, and lists the observed outcomes, the allowed"
            + " ones, and those that the explorer misses by design.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every test has exactly the allowed outcomes",
      "3:a test has other outcomes, so the explorer reports nothing on this JVM"
    })
final class LitmusCommand implements Callable<Integer> {
  private static final Duration SILENCE = Duration.ofMinutes(2);

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<LitmusRow> rows = rows();
    PrintWriter terminal = spec.commandLine().getOut();
    new LitmusText(rows).print(terminal);
    return rows.stream().allMatch(LitmusRow::hasExactlyTheAllowed)
        ? ExitStatus.PASSED
        : ExitStatus.INCOMPLETE;
  }

  private static List<LitmusRow> rows() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("ptstress-litmus");
    try {
      return LitmusRunner.rows(folder, SILENCE);
    } finally {
      OutputFolder.delete(folder);
    }
  }
}
