package org.ptstress.stress.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.stress.process.ChildJvm;
import org.ptstress.stress.result.RaceResult;
import org.ptstress.stress.scenario.Scenarios;

/**
 * Races the scenarios on one design: starts jcstress in a working directory of its own, once for
 * each mode, and reads the result blobs. The exit status of jcstress is not looked at: it is 0 when
 * nothing ran, and 1 for a bug that the design admits to.
 */
public final class RaceRunner {
  private static final Pattern PROGRESS =
      Pattern.compile(
          "\\(Results: (\\d+) planned; (\\d+) passed, (\\d+) failed, (\\d+) soft errs, (\\d+) hard errs\\)");

  private final Path runFolder;
  private final Settings settings;

  /**
   * Prepares races.
   *
   * @param runFolder the run folder: working directories and logs go below it
   * @param settings how jcstress is run
   */
  public RaceRunner(Path runFolder, Settings settings) {
    this.runFolder = runFolder;
    this.settings = settings;
  }

  /**
   * How jcstress is run.
   *
   * @param modes the JVM arguments of each launch
   * @param jcstressArgs arguments of jcstress
   * @param silence how long jcstress may make no progress
   * @param cpus how many CPUs it can use
   * @param classPath the class path of its JVMs
   */
  public record Settings(
      List<String> modes,
      List<String> jcstressArgs,
      Duration silence,
      int cpus,
      String classPath) {}

  /**
   * Races a design.
   *
   * @param design the design
   * @param progress is told the share that is done, 0 to 1
   * @return a row for each scenario that applies
   * @throws IOException if a file cannot be written or a blob cannot be read
   * @throws InterruptedException if this thread is interrupted; jcstress is killed
   */
  public List<RaceResult> race(Design design, DoubleConsumer progress)
      throws IOException, InterruptedException {
    List<Scenario> scenarios =
        Scenarios.of(Scenario.Tool.RACE).stream()
            .filter(scenario -> Scenarios.applies(scenario, design))
            .toList();
    return race(design, scenarios, progress);
  }

  /** Races a design on some scenarios. */
  List<RaceResult> race(Design design, List<Scenario> scenarios, DoubleConsumer progress)
      throws IOException, InterruptedException {
    Path directory = Files.createDirectories(runFolder.resolve("work/races-" + design.name()));
    Path logs = Files.createDirectories(runFolder.resolve("logs"));
    Path log = logs.resolve("races-" + design.name() + ".log");
    String missing = null;
    long planned = 0;
    for (int launch = 0; launch < settings.modes().size() && missing == null; launch++) {
      double before = (double) launch / settings.modes().size();
      Path launchLog =
          launch == 0 ? log : logs.resolve("races-" + design.name() + "-" + launch + ".log");
      Progress counts =
          new Progress(share -> progress.accept(before + share / settings.modes().size()));
      missing =
          launch(design, scenarios, settings.modes().get(launch), directory, launchLog, counts);
      planned += counts.planned;
    }
    return rows(
        design, scenarios, missing, planned, directory, runFolder.relativize(log).toString());
  }

  /** Makes the rows from the blobs in a directory; without all planned results, none has run. */
  List<RaceResult> rows(
      Design design,
      List<Scenario> scenarios,
      @Nullable String failure,
      long planned,
      Path directory,
      String logName)
      throws IOException {
    List<TestResult> results = new ArrayList<>();
    for (Path blob : ResultBlob.in(directory)) {
      try {
        results.addAll(ResultBlob.read(blob));
      } catch (UnreadableBlobException e) {
        // A jcstress that was killed leaves half a blob behind; that it was killed says more.
        if (failure == null) {
          throw e;
        }
      }
    }
    String missing = failure;
    if (missing == null && results.size() < planned) {
      // A blob that was cut reads without an error, and just ends early.
      missing = "the blobs hold " + results.size() + " of " + planned + " results";
    }
    List<RaceResult> rows = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      rows.add(
          RaceResults.row(design.name(), scenario, results, settings.cpus(), missing, logName));
    }
    return rows;
  }

  /** Runs jcstress once; returns why it did not get to its end, or null. */
  private @Nullable String launch(
      Design design,
      List<Scenario> scenarios,
      String mode,
      Path directory,
      Path log,
      Progress progress)
      throws IOException, InterruptedException {
    String tests =
        scenarios.stream()
            .map(scenario -> Pattern.quote(RaceResults.testName(scenario)))
            .reduce((left, right) -> left + "|" + right)
            .orElseThrow();
    List<String> args = new ArrayList<>(List.of("-t", "^(" + tests + ")$"));
    args.addAll(settings.jcstressArgs());
    args.add("-jvmArgs");
    args.add(
        String.join(
                " ",
                "-XX:+UseSerialGC -Xms64m -Xmx128m -Dptstress.checked=true",
                "-D" + Race.DESIGN_PROPERTY + "=" + design.name(),
                String.join(" ", ChildJvm.nativeAccess()),
                mode)
            .strip());
    List<String> jvmArgs = new ArrayList<>(ChildJvm.nativeAccess());
    jvmArgs.add("-Djcstress.console.printIntervalMs=1000");
    ChildJvm jcstress =
        new ChildJvm(
            directory,
            log,
            settings.silence(),
            settings.classPath(),
            jvmArgs,
            "org.openjdk.jcstress.Main",
            args);
    ChildJvm.Exit exit = jcstress.run(progress);
    if (exit.hung()) {
      return "jcstress made no progress for "
          + settings.silence().toSeconds()
          + " s and was killed";
    }
    // 0 and 1 are how jcstress ends by itself; the blob says the rest.
    return exit.status() > 1 ? "jcstress ended with status " + exit.status() : null;
  }

  /** Reads jcstress's progress lines. It prints them on time even when a test hangs. */
  private static final class Progress implements Predicate<String> {
    private final DoubleConsumer listener;
    private long planned;
    private long done = -1;

    Progress(DoubleConsumer listener) {
      this.listener = listener;
    }

    @Override
    public boolean test(String line) {
      Matcher matcher = PROGRESS.matcher(line);
      if (!matcher.find()) {
        // What comes before the tests: probes, which end by themselves.
        return done < 0;
      }
      planned = Long.parseLong(matcher.group(1));
      long now = 0;
      for (int group = 2; group <= 5; group++) {
        now += Long.parseLong(matcher.group(group));
      }
      boolean moved = now > done;
      done = now;
      listener.accept((double) now / planned);
      return moved;
    }
  }
}
