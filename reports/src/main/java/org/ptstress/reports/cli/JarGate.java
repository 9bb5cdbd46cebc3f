package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ptstress.bench.fork.Benchmarks;
import org.ptstress.bench.fork.JarForks;
import org.ptstress.bench.jvm.FailedOperationsException;
import org.ptstress.bench.jvm.MeasurementException;
import org.ptstress.bench.plan.ForkTime;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.gate.GateText;
import org.ptstress.reports.gate.Margins;
import org.ptstress.reports.gate.PairedGate;
import org.ptstress.reports.gate.Side;
import org.ptstress.reports.gate.StoppingRule;
import org.ptstress.reports.gate.TimedRow;
import org.ptstress.reports.jar.ComparedJar;
import org.ptstress.reports.jar.ForkLog;
import org.ptstress.reports.jar.JarCosts;
import org.ptstress.reports.phase.Interrupts;
import org.ptstress.reports.phase.PhaseDisplay;
import org.ptstress.reports.phase.UsableJvm;
import org.ptstress.reports.phase.UserException;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.measurement.Row;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.Profile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/**
 * Compares two jars on this machine: by counts, and where these do not decide, by pairs of forks.
 */
final class JarGate {
  /** The file of the report in the run folder. */
  static final String FILE = "gate.txt";

  /** Two JVMs that measure for one and a half seconds each, and two that start them. */
  private static final int PAIR_SECONDS = 6;

  /** Two JVMs that measure for a third of a second each, and two that start them. */
  private static final int BRIEF_PAIR_SECONDS = 3;

  @Option(
      names = "--benchmarks",
      paramLabel = "REGEX",
      defaultValue = "",
      description =
          "Jars only: the rows to time, such as \"FindBenchmark.find of RfcHash"
              + " with 512 timers at 2 threads\", that match this; of a standard run,"
              + " else of a quick one, else of a tough one (default: all of a quick"
              + " run).")
  private Pattern benchmarks;

  @Option(
      names = "--designs",
      paramLabel = "NAME[,NAME...]",
      split = ",",
      description =
          "Jars only: the designs to compare, separated by commas (default: those"
              + " of the candidate, or all of a ptstress.jar).")
  private List<String> designs = List.of();

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description =
          "Jars only: the number of pairs of forks after which a row is"
              + " inconclusive, 20 or more (default: 20). A row that is clearly"
              + " unchanged ends after 8 or 12.")
  private int pairs = StoppingRule.DEFAULT.most();

  @Option(
      names = "--brief",
      description =
          "Jars only: forks of a third of a second instead of one and a half."
              + " Their scores scatter more, so only large changes are found; give"
              + " larger margins.")
  private boolean brief;

  @Mixin private OutOption out;

  /** Refuses options that mean nothing for stored runs. */
  static void requireNone(ParseResult given) {
    List<String> names =
        Stream.of("--benchmarks", "--designs", "--pairs", "--brief", OutOption.NAME)
            .filter(given::hasMatchedOption)
            .toList();
    if (!names.isEmpty()) {
      throw new UserException(
          String.join(", ", names) + " is for jars; stored runs are compared as they are.");
    }
  }

  /** Compares, prints the report, and returns the exit status. */
  int run(CommandSpec spec, ComparedJar baseline, ComparedJar candidate, Margins margins)
      throws IOException, InterruptedException {
    StoppingRule rule = rule();
    List<String> names = designs.isEmpty() ? candidate.designs() : designs;
    List<Row> rows = rows(baseline, candidate, names);
    UsableJvm.require(List.of(Benchmarks.childStart()), Deadline.none());
    Path folder = out.folder(FILE);
    // Remains if the comparison never comes to a verdict.
    WholeFile.write(
        folder.resolve(FILE),
        "Gate INCOMPLETE: it did not finish. Its measurements are in " + ForkLog.FILE + ".\n");
    PrintWriter terminal = spec.commandLine().getErr();
    GateReport report;
    Interrupts interrupts = Interrupts.of(Thread.currentThread());
    try {
      JarCosts costs =
          JarCosts.of(Main.class.getName(), baseline, candidate, names, folder, terminal);
      List<TimedRow> timed =
          costs.haveRegressed()
              ? List.of()
              : time(baseline, candidate, rows, margins, rule, folder, terminal);
      report = costs.report(baseline.path(), candidate.path(), timed);
    } finally {
      interrupts.close();
    }
    PrintWriter result = spec.commandLine().getOut();
    String text = GateText.render(report);
    result.print(text);
    WholeFile.write(folder.resolve(FILE), text);
    result.println("Report: " + folder.resolve(FILE).toAbsolutePath());
    return report.exitStatus();
  }

  private List<TimedRow> time(
      ComparedJar baseline,
      ComparedJar candidate,
      List<Row> rows,
      Margins margins,
      StoppingRule rule,
      Path folder,
      PrintWriter terminal)
      throws IOException, InterruptedException {
    terminal.printf(
        Locale.ROOT,
        "%d rows, up to %d pairs of forks each: at most %d min, or twice that where rows"
            + " regress.%n",
        rows.size(),
        rule.most(),
        1 + rows.size() * rule.most() * (brief ? BRIEF_PAIR_SECONDS : PAIR_SECONDS) / 60);
    terminal.flush();
    try (PhaseDisplay.Bar bar = new PhaseDisplay(terminal).start("pairs")) {
      List<TimedRow> judged =
          bar.alone(() -> compare(baseline, candidate, rows, margins, rule, folder, bar));
      bar.complete();
      return judged;
    }
  }

  private StoppingRule rule() {
    int fewest = StoppingRule.DEFAULT.most();
    if (pairs < fewest) {
      throw new UserException(
          "--pairs is "
              + pairs
              + ", but the error rates of the gate are known from "
              + fewest
              + " pairs on; give more, or leave it out.");
    }
    return StoppingRule.endingAt(pairs);
  }

  private List<TimedRow> compare(
      ComparedJar baseline,
      ComparedJar candidate,
      List<Row> rows,
      Margins margins,
      StoppingRule rule,
      Path folder,
      PhaseDisplay.Bar bar)
      throws IOException, InterruptedException {
    Row first = rows.get(0);
    try (JarForks old = forks(baseline, first, "baseline", folder);
        JarForks newer = forks(candidate, first, "candidate", folder)) {
      ForkLog log = new ForkLog(folder);
      return new PairedGate(
              side("baseline", old, log), side("candidate", newer, log), margins, rule, bar::at)
          .compare(rows);
    }
  }

  private JarForks forks(ComparedJar jar, Row first, String name, Path folder)
      throws IOException, InterruptedException {
    return new JarForks(
        jar.classPath(), first, brief ? ForkTime.PAIRED_BRIEFLY : ForkTime.PAIRED, name, folder);
  }

  private static Side side(String name, JarForks forks, ForkLog log) {
    return request -> {
      try {
        return log.run(place(name, request), forks, request.subject(), Map.of());
      } catch (MeasurementException e) {
        throw new Side.FailedFork(
            Objects.requireNonNullElse(e.getMessage(), "a fork failed"),
            e instanceof FailedOperationsException);
      }
    };
  }

  private static Map<String, Object> place(String side, Side.ForkRequest request) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("side", side);
    place.put("batch", request.batch());
    place.put("pair", request.pair());
    return place;
  }

  /** The rows about a design that are asked for. */
  private List<Row> rows(ComparedJar baseline, ComparedJar candidate, List<String> names) {
    baseline.require(names);
    candidate.require(names);
    List<Row> rows = candidate.with(outside -> rows(names));
    baseline.requireBenchmarks(rows);
    candidate.requireBenchmarks(rows);
    return rows;
  }

  private List<Row> rows(List<String> names) {
    List<Row> rows = rows(benchmarks, names);
    if (rows.isEmpty()) {
      throw new UserException(
          "No row contains \"" + benchmarks + "\"; leave --benchmarks out to measure all.");
    }
    return rows;
  }

  /**
   * The rows of some designs that {@code --benchmarks} takes: those of a standard run, and where it
   * has none, of another one, whose names a gate prints too.
   */
  static List<Row> rows(Pattern benchmarks, List<String> designs) {
    if (benchmarks.pattern().isEmpty()) {
      return Benchmarks.rows(Profile.QUICK, designs);
    }
    return Stream.of(Profile.STANDARD, Profile.QUICK, Profile.TOUGH)
        .map(
            profile ->
                Benchmarks.rows(profile, designs).stream()
                    .filter(row -> benchmarks.matcher(row.toString()).find())
                    .toList())
        .filter(rows -> !rows.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
