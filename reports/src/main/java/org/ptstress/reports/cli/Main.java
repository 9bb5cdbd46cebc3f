package org.ptstress.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.ptstress.bench.jvm.MeasurementException;
import org.ptstress.reports.phase.UserException;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.folder.UnreadableRunException;
import org.ptstress.run.process.ParentWatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The program {@code ptstress}. */
@Command(
    name = "ptstress",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Puts the designs of the table behind Linux POSIX timers through races, interleavings and"
            + " benchmarks, and says which of them keep their promises.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:passed",
      "1:a benchmark regressed",
      "2:a claim was contradicted",
      "3:something is incomplete or unreadable, or the command line is wrong"
    },
    subcommands = {
      RunCommand.class,
      JudgeCommand.class,
      FaultsCommand.class,
      OrdersCommand.class,
      KernelCommand.class,
      FidelityCommand.class,
      ReproduceCommand.class,
      DesignsCommand.class,
      ClaimsCommand.class,
      ConflictsCommand.class,
      LitmusCommand.class,
      ReportCommand.class,
      MergeCommand.class,
      GateCommand.class,
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** For picocli. */
  public Main() {}

  /**
   * Runs a command and ends the JVM.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    // Only as the child of a gate, which has it count the operations of a jar.
    ParentWatch.start();
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    ExitGuard guard = ExitGuard.start(err);
    guard.exit(run(new PrintWriter(System.out, true, UTF_8), err, args));
  }

  /** Runs a command; returns its exit status. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setParameterExceptionHandler(
        (exception, unused) -> {
          err.println("ptstress: " + exception.getMessage());
          err.println("Try: ptstress --help");
          return ExitStatus.INCOMPLETE;
        });
    commandLine.setExecutionStrategy(
        parsed -> {
          requireEntries(parsed);
          return new RunLast().execute(parsed);
        });
    commandLine.setExecutionExceptionHandler(
        (exception, unused, result) -> {
          err.println("ptstress: " + message(exception));
          return ExitStatus.INCOMPLETE;
        });
    try {
      return commandLine.execute(args);
    } catch (Error e) {
      // The JVM would end with status 1, which says that a benchmark regressed.
      err.println("ptstress: Unexpected failure, please report it: " + e);
      return ExitStatus.INCOMPLETE;
    } finally {
      // The JVM ends next, and a writer flushes by itself only at the end of a println.
      out.flush();
      err.flush();
    }
  }

  /**
   * An empty list would mean everything, and an empty entry nothing that its author had in mind.
   */
  private static void requireEntries(ParseResult parsed) {
    for (OptionSpec option : parsed.matchedOptions()) {
      String separator = option.splitRegex();
      for (String value : separator.isEmpty() ? List.<String>of() : option.originalStringValues()) {
        if (Stream.of(value.split(separator, -1)).anyMatch(String::isBlank)) {
          throw new ParameterException(
              parsed.commandSpec().commandLine(),
              option.longestName()
                  + " \""
                  + value
                  + "\" has an empty entry; separate each two entries by one \""
                  + separator
                  + "\".");
        }
      }
    }
    if (parsed.hasSubcommand()) {
      requireEntries(parsed.subcommand());
    }
  }

  private static String message(Exception exception) {
    if (exception instanceof InterruptedException) {
      return "Interrupted; the run folder keeps what was finished, and is incomplete.";
    }
    boolean speaks =
        exception instanceof IllegalArgumentException
            || exception instanceof UserException
            || exception instanceof UnreadableRunException
            || exception instanceof MeasurementException;
    if (speaks && exception.getMessage() != null) {
      return exception.getMessage();
    }
    if (exception instanceof IOException) {
      return "A file could not be read or written: " + exception + ".";
    }
    return "Unexpected failure, please report it: " + exception;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }
}
