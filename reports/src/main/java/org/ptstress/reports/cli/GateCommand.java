package org.ptstress.reports.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.gate.GateText;
import org.ptstress.reports.gate.Margins;
import org.ptstress.reports.gate.StoredGate;
import org.ptstress.reports.jar.ComparedJar;
import org.ptstress.reports.measured.FailedOperations;
import org.ptstress.reports.phase.Phases;
import org.ptstress.reports.phase.UserException;
import org.ptstress.reports.recheck.Recheck;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a run with a baseline. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    description = {
      "Compares a stored run with a stored baseline, or two jars on this"
          + " machine: exactly, by the loads, stores, allocations and conflicts of"
          + " operations.",
      "Two jars that cost the same are also timed, by pairs of forks. A speed regressed only if its"
          + " whole 95 %% interval lies beyond the margin."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:passed; inconclusive speeds do not fail, but are printed",
      "1:an operation costs more, conflicts with more, or is slower",
      "2:a claim was contradicted in the candidate, or an operation of a benchmark failed",
      "3:a run is incomplete or unreadable"
    })
final class GateCommand implements Callable<Integer> {
  private static final Pattern KEPT = Pattern.compile("[a-z]+\\.json|latency/.*\\.hlog");

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Sides sides;

  @Mixin private JarGate jars;

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      description =
          "The change of speed that is tolerated with one thread (default: 10, for jars 5).")
  private @Nullable Double margin;

  @Option(
      names = "--margin-contended",
      paramLabel = "PERCENT",
      description =
          "The same with more threads, whose speeds are noisier (default: 25, for jars 15).")
  private @Nullable Double contendedMargin;

  @Option(
      names = "--timed",
      description =
          "Stored runs only: speeds decide, too, if both runs come from machines"
              + " that look the same. A spread over two or three forks is sometimes"
              + " wrong.")
  private boolean timed;

  @Option(
      names = "--accept",
      description =
          "Makes the candidate the new baseline, even if it regressed, but not if"
              + " a claim is contradicted or was not run.")
  private boolean accept;

  /** The two sides: stored runs or jars. */
  private static final class Sides {
    @ArgGroup(exclusive = false, multiplicity = "1")
    private @Nullable Runs runs;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private @Nullable Jars jars;
  }

  private static final class Runs {
    @Option(
        names = "--baseline",
        required = true,
        paramLabel = "DIR",
        description = "The run folder to compare with.")
    private Path baseline;

    @Option(
        names = "--candidate",
        required = true,
        paramLabel = "DIR",
        description = "The run folder to judge.")
    private Path candidate;
  }

  private static final class Jars {
    @Option(
        names = "--baseline-jar",
        required = true,
        paramLabel = "JAR",
        description = "The jar to compare with: a ptstress.jar, or one with a design of your own.")
    private Path baseline;

    @Option(
        names = "--candidate-jar",
        required = true,
        paramLabel = "JAR",
        description = "The jar to judge.")
    private Path candidate;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (sides.jars != null) {
      if (accept || timed) {
        throw new UserException(
            "--accept and --timed are for stored runs; jars have no baseline to replace, and are"
                + " always timed.");
      }
      return jars.run(
          spec,
          ComparedJar.of(sides.jars.baseline),
          ComparedJar.of(sides.jars.candidate),
          margins(Margins.PAIRED));
    }
    JarGate.requireNone(spec.commandLine().getParseResult());
    Runs runs = requireNonNull(sides.runs);
    return compare(runs.baseline, runs.candidate);
  }

  private Integer compare(Path baseline, Path candidate) throws IOException {
    RunFolder judged = requireComplete(candidate, "candidate");
    // One that is too old to be compared can still be replaced.
    RunFolder old = accept ? RunFolder.read(baseline) : requireComplete(baseline, "baseline");
    Recheck recheck = Recheck.of(judged);
    List<String> contradicted = new ArrayList<>(contradictions(judged.verdicts()));
    contradicted.addAll(recheck.contradictions());
    contradicted.addAll(new FailedOperations(judged.measurements()).sentences());
    List<String> missing = new ArrayList<>(notRun(judged.verdicts()));
    recheck
        .gaps()
        .forEach(gap -> missing.add("The evidence of the candidate is incomplete: " + gap));
    GateReport report =
        new StoredGate(old, judged).compare(margins(Margins.STORED), timed, missing, contradicted);
    spec.commandLine().getOut().print(GateText.render(report));
    if (accept && contradicted.isEmpty() && missing.isEmpty()) {
      accept(baseline, candidate);
    } else if (accept) {
      spec.commandLine()
          .getOut()
          .println(
              "The baseline is still " + baseline + ": the candidate does not keep its claims.");
    }
    return report.exitStatus();
  }

  private static RunFolder requireComplete(Path folder, String role) throws IOException {
    if (!Files.isRegularFile(folder.resolve(ResultFiles.RUN))) {
      throw new UserException(
          "The %s %s is no run folder: %s is missing. Make one with: ptstress run --out DIR"
              .formatted(role, folder, folder.resolve(ResultFiles.RUN)));
    }
    RunFolder run = RunFolder.read(folder);
    List<String> gaps = Phases.gaps(run.run());
    if (!gaps.isEmpty()) {
      throw new UserException(
          "The " + role + " " + folder + " is incomplete: " + String.join("; ", gaps) + ".");
    }
    return run;
  }

  private Margins margins(Margins defaults) {
    return new Margins(
        margin == null ? defaults.singleThread() : margin / 100,
        contendedMargin == null ? defaults.multiThread() : contendedMargin / 100);
  }

  private static List<String> contradictions(List<VerdictRow> verdicts) {
    return verdicts.stream()
        .filter(row -> row.verdict() == Verdict.CONTRADICTED)
        .map(row -> row.design() + " " + row.claim() + ": " + row.reason())
        .toList();
  }

  /** Verdicts that are missing. Noise is no gap: the gate calls the same rows INCONCLUSIVE. */
  private static List<String> notRun(List<VerdictRow> verdicts) {
    List<String> problems = new ArrayList<>();
    for (VerdictRow row : verdicts) {
      boolean excused = VerdictClass.lacksOnlyCpus(row);
      if (row.verdict() == Verdict.NOT_RUN && !excused) {
        problems.add(row.design() + " " + row.claim() + " was not run: " + row.reason());
      }
    }
    return problems;
  }

  /**
   * Copies what a report or a gate reads; the report itself and the logs stay behind. What the
   * candidate does not have goes: a baseline is one run, not a mixture.
   */
  private void accept(Path baseline, Path candidate) throws IOException {
    List<Path> files = kept(candidate);
    Map<Path, Path> partials = new LinkedHashMap<>();
    try {
      // All of them first: a disk that gets full leaves the old baseline.
      for (Path file : files) {
        Path target = baseline.resolve(file);
        partials.put(
            target,
            WholeFile.writePartial(target, out -> Files.copy(candidate.resolve(file), out)));
      }
      for (Path file : kept(baseline)) {
        if (!files.contains(file)) {
          Files.delete(baseline.resolve(file));
        }
      }
      for (Map.Entry<Path, Path> each : partials.entrySet()) {
        WholeFile.move(each.getValue(), each.getKey());
      }
    } finally {
      for (Path partial : partials.values()) {
        Files.deleteIfExists(partial);
      }
    }
    spec.commandLine().getOut().println("The candidate is now the baseline in " + baseline + ".");
  }

  private static List<Path> kept(Path named) throws IOException {
    // A link to a run folder would itself be all that is found.
    Path folder = named.toRealPath();
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(file -> KEPT.matcher(file.toString().replace('\\', '/')).matches())
          .toList();
    }
  }
}
