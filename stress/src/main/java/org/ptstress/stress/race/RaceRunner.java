package org.ptstress.stress.race;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Designs;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.ChildStart;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ParentWatch;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.RaceResult;

/**
 * Races scenarios on designs: one child JVM for all of them, which forks JVMs for each
 * configuration of each race, or of all races of a design, and tells each result as soon as there
 * is one. What a fork does to itself costs only the race that it was at.
 */
public final class RaceRunner {
  /** The child only starts forks and waits for them. */
  private static final List<String> JVM_ARGS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path runFolder;
  private final int cpus;
  private final Deadline deadline;
  private final String classPath;

  /**
   * Prepares races.
   *
   * @param runFolder the run folder: working directories and logs go below it
   * @param cpus how many CPUs the races can use
   * @param deadline when to stop
   */
  public RaceRunner(Path runFolder, int cpus, Deadline deadline) {
    this(runFolder, cpus, deadline, ChildJvm.classPath());
  }

  RaceRunner(Path runFolder, int cpus, Deadline deadline, String classPath) {
    this.runFolder = runFolder;
    this.cpus = cpus;
    this.deadline = deadline;
    this.classPath = classPath;
  }

  /**
   * The kinds of children that races start.
   *
   * @param options how to race
   * @return to be tried before
   */
  public static List<ChildStart> childStarts(RaceOptions options) {
    return Stream.concat(
            Stream.of(JVM_ARGS),
            options.configurations().stream()
                .map(configuration -> Forks.jvmArgs(Designs.YARDSTICK, configuration)))
        .distinct()
        .map(jvmArgs -> ChildStart.plain("the races", jvmArgs))
        .toList();
  }

  /**
   * The rows of races that did not run.
   *
   * @param pairs what was to be raced
   * @param reason why it was not
   * @return a row for each pair, in their order
   */
  public List<RaceResult> notRun(List<RacePair> pairs, String reason) {
    return pairs.stream()
        .map(pair -> RaceResults.row(pair, List.of(), 1, cpus, reason, null))
        .toList();
  }

  /**
   * Runs races.
   *
   * @param pairs what to race; each pair once
   * @param options how to race it
   * @param progress is told of each race that ended in a configuration
   * @return a row for each pair, in their order
   * @throws IOException if a file cannot be written or the child cannot be started
   * @throws InterruptedException if this thread is interrupted; the child is killed with its forks
   */
  public List<RaceResult> race(List<RacePair> pairs, RaceOptions options, ProgressListener progress)
      throws IOException, InterruptedException {
    Path log = Files.createDirectories(runFolder.resolve("logs")).resolve(options.name() + ".log");
    List<RacePair> possible =
        pairs.stream().filter(pair -> pair.scenario().actors().size() <= cpus).toList();
    Map<String, List<ForkResult>> results = new HashMap<>();
    int forks = options.configurations().size();
    String missing =
        possible.isEmpty()
            ? null
            : launch(
                plan(possible, options),
                options,
                log,
                new Lines(results, possible.size() * forks, progress));
    return pairs.stream()
        .map(
            pair ->
                RaceResults.row(
                    pair,
                    results.getOrDefault(pair.label(), List.of()),
                    forks,
                    cpus,
                    missing,
                    runFolder.relativize(log).toString()))
        .toList();
  }

  private RacePlan plan(List<RacePair> pairs, RaceOptions options) {
    return new RacePlan(
        pairs.stream()
            .map(pair -> new RacePlan.Entry(pair.design(), pair.scenario().name()))
            .toList(),
        options.configurations(),
        options.sampling(),
        options.limit().toMillis(),
        options.stopAtBroken(),
        options.together(),
        cpus);
  }

  /** Runs the child to its end; returns why it may have left something out, or null. */
  private @Nullable String launch(
      RacePlan plan, RaceOptions options, Path log, Predicate<String> lines)
      throws IOException, InterruptedException {
    Path directory = Files.createDirectories(runFolder.resolve("work").resolve(options.name()));
    MAPPER.writeValue(directory.resolve(RaceMain.PLAN).toFile(), plan);
    // Every fork ends within the limit, so one that goes silent for longer is not waiting for one.
    Duration silence = options.limit().multipliedBy(2);
    ChildJvm child =
        new ChildJvm(
            directory,
            log,
            silence,
            classPath,
            JVM_ARGS,
            RaceMain.class.getName(),
            List.of(directory.toString(), ParentWatch.token()));
    Optional<ChildJvm.Exit> ended = deadline.call(() -> child.run(lines));
    if (ended.isEmpty()) {
      return Deadline.OUT_OF_TIME;
    }
    ChildJvm.Exit exit = ended.get();
    if (exit.hung()) {
      return "the JVM that starts the races made no progress for "
          + silence.toSeconds()
          + " s and was killed";
    }
    return exit.status() == 0
        ? null
        : "the JVM that starts the races ended with status " + exit.status();
  }

  /** Collects the results that the child tells. */
  private static final class Lines implements Predicate<String> {
    private final Map<String, List<ForkResult>> results;
    private final int total;
    private final ProgressListener progress;
    private int done;

    Lines(Map<String, List<ForkResult>> results, int total, ProgressListener progress) {
      this.results = results;
      this.total = total;
      this.progress = progress;
    }

    @Override
    public boolean test(String line) {
      if (!line.startsWith(RaceMain.RESULT)) {
        return false;
      }
      ForkResult result = parse(line.substring(RaceMain.RESULT.length()));
      String label = result.design() + "/" + result.scenario();
      results.computeIfAbsent(label, pair -> new ArrayList<>()).add(result);
      done++;
      progress.progress(done, total, label);
      return true;
    }

    private static ForkResult parse(String json) {
      try {
        return MAPPER.readValue(json, ForkResult.class);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A race printed a result that is not JSON: " + json, e);
      }
    }
  }
}
