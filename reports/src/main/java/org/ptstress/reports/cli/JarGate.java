package org.ptstress.reports.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.bench.BenchProfile;
import org.ptstress.bench.Benchmarks;
import org.ptstress.bench.ForkTime;
import org.ptstress.bench.HostInfo;
import org.ptstress.bench.JarForks;
import org.ptstress.bench.Row;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.gate.GateText;
import org.ptstress.reports.gate.Margins;
import org.ptstress.reports.paired.Arm;
import org.ptstress.reports.paired.Looks;
import org.ptstress.reports.paired.PairedGate;
import org.ptstress.reports.paired.PairedRow;
import org.ptstress.reports.paired.Subject;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Compares two jars on this machine. */
final class JarGate {
  /** Five per cent for one thread, 15 for more: forks are paired, so less noise is left. */
  static final Margins DEFAULT_MARGINS = new Margins(0.05, 0.15);

  @Option(
      names = "--benchmarks",
      paramLabel = "REGEX",
      defaultValue = "",
      description =
          "Of jars: only rows such as \"FindBenchmark.find of RfcHash with 512 timers at 2 threads\""
              + " in which this occurs, of a standard run (default: all of a quick run).")
  private Pattern benchmarks;

  @Option(
      names = "--designs",
      paramLabel = "NAME[,NAME...]",
      split = ",",
      description =
          "Of jars: only these designs, separated by commas (default: those of the candidate, or all"
              + " of a ptstress.jar).")
  private List<String> designs = List.of();

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description =
          "Of jars: how many pairs of forks a row gets before it is left inconclusive, 20 or more"
              + " (default: 20). Clear cases end after 8 or 12.")
  private int pairs = Looks.DEFAULT.most();

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Of jars: append a line of JSON for each row, with all fork medians.")
  private @Nullable Path history;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Of jars: append a line with the candidate's speeds, for Apache Otava.")
  private @Nullable Path csv;

  @Option(
      names = "--open-metrics",
      paramLabel = "FILE",
      description = "Of jars: write the speeds in the text format of OpenMetrics.")
  private @Nullable Path openMetrics;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Of jars: write the verdicts as JUnit XML.")
  private @Nullable Path junit;

  @Mixin private OutOption out;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  JarGate() {}

  /** Refuses options that mean nothing for stored runs. */
  static void requireNone(ParseResult given) {
    List<String> names =
        Stream.of(
                "--benchmarks",
                "--designs",
                "--pairs",
                "--history",
                "--csv",
                "--open-metrics",
                "--junit",
                OutOption.NAME)
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
    Looks looks = looks();
    Map<Subject, Row> rows = rows(baseline, candidate);
    GateHistory past = new GateHistory(HostInfo.collect().fingerprint());
    past.requireThisHost(history, csv);
    Path folder = out.folder();
    List<PairedRow> judged;
    Interrupts interrupts = Interrupts.of(Thread.currentThread());
    try (PhaseDisplay.Bar bar = new PhaseDisplay(spec.commandLine().getErr()).start("pairs")) {
      judged = compare(baseline, candidate, rows, margins, looks, folder, bar);
    } finally {
      interrupts.close();
    }
    GateReport report =
        new GateReport(
            baseline.path().toString(),
            candidate.path().toString(),
            "Speeds in millions of operations a second on this machine; medians of paired forks.",
            judged.stream().map(PairedRow::row).toList(),
            List.of(),
            List.of(),
            List.of());
    if (history != null) {
      past.appendJson(report, judged, history);
    }
    if (csv != null) {
      past.appendCsv(judged, csv);
    }
    if (openMetrics != null) {
      GateFiles.writeOpenMetrics(judged, openMetrics);
    }
    if (junit != null) {
      GateFiles.writeJunit(report, junit);
    }
    String text = GateText.render(report);
    Files.writeString(folder.resolve("gate.txt"), text);
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().println("Report: " + folder.resolve("gate.txt").toAbsolutePath());
    spec.commandLine().getOut().flush();
    return report.exitStatus();
  }

  private Looks looks() {
    int fewest = Looks.DEFAULT.most();
    if (pairs < fewest) {
      throw new UserException(
          "--pairs is "
              + pairs
              + ", but what the gate finds is known from "
              + fewest
              + " pairs on; give more, or leave it out.");
    }
    return Looks.endingAt(pairs);
  }

  private static List<PairedRow> compare(
      ComparedJar baseline,
      ComparedJar candidate,
      Map<Subject, Row> rows,
      Margins margins,
      Looks looks,
      Path folder,
      PhaseDisplay.Bar bar)
      throws IOException, InterruptedException {
    Row first = rows.values().iterator().next();
    try (JarForks old = forks(baseline, first, "baseline", folder);
        JarForks young = forks(candidate, first, "candidate", folder)) {
      ForkLog log = new ForkLog(folder);
      return new PairedGate(
              arm("baseline", old, rows, log),
              arm("candidate", young, rows, log),
              margins,
              looks,
              bar::at)
          .compare(List.copyOf(rows.keySet()));
    }
  }

  private static JarForks forks(ComparedJar jar, Row first, String name, Path folder)
      throws IOException, InterruptedException {
    return new JarForks(jar.classPath(), first, ForkTime.PAIRED, name, folder);
  }

  private static Arm arm(String name, JarForks forks, Map<Subject, Row> rows, ForkLog log) {
    return subject -> log.run(name, forks, requireNonNull(rows.get(subject)), Map.of());
  }

  /** The rows about a design that are asked for, by what reports call them. */
  private Map<Subject, Row> rows(ComparedJar baseline, ComparedJar candidate) {
    List<String> names = designs.isEmpty() ? candidate.designs() : designs;
    baseline.require(names);
    candidate.require(names);
    return candidate.with(outside -> rows(names));
  }

  private Map<Subject, Row> rows(List<String> names) {
    Map<Subject, Row> rows = new LinkedHashMap<>();
    BenchProfile profile =
        benchmarks.pattern().isEmpty() ? BenchProfile.QUICK : BenchProfile.STANDARD;
    for (Row row : Benchmarks.rows(profile, names)) {
      if (benchmarks.matcher(row.toString()).find()) {
        rows.put(
            new Subject(row.benchmark(), row.design(), row.paramsBesideDesign(), row.threads()),
            row);
      }
    }
    if (rows.isEmpty()) {
      throw new UserException(
          "No row contains \"" + benchmarks + "\"; leave --benchmarks out to measure all.");
    }
    return rows;
  }
}
