package org.ptstress.stress.race;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Designs;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.ChildStart;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.process.Workers;
import org.ptstress.run.result.RaceResult;

/**
 * Races scenarios on designs in child JVMs, one for each configuration of each race, or of all
 * races of a design. The crash of a fork costs only its current race.
 */
public final class RaceRunner {
  /** The fewest actors that a race can have. */
  private static final int ACTORS = 2;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path runFolder;
  private final int cpus;
  private final Deadline deadline;
  private final String classPath;
  private @Nullable Collected collected;

  /**
   * Creates a runner.
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
    return options.configurations().stream()
        .map(configuration -> Forks.jvmArgs(Designs.YARDSTICK, configuration))
        .distinct()
        .map(jvmArgs -> ChildStart.plain("the races", jvmArgs))
        .toList();
  }

  /**
   * The rows of races that did not run.
   *
   * @param pairs the planned races
   * @param cpus how many CPUs the races could use
   * @param reason why they did not run
   * @return a row for each pair, in their order
   */
  public static List<RaceResult> notRun(List<RacePair> pairs, int cpus, String reason) {
    return pairs.stream()
        .map(pair -> RaceResults.row(pair, List.of(), 1, cpus, reason, null))
        .toList();
  }

  /**
   * Runs races, of as many designs at a time as the CPUs allow.
   *
   * @param pairs what to race; each pair once
   * @param options how to race it
   * @param progress receives each race that ended in a configuration
   * @return a row for each pair, in their order
   * @throws IOException if a file cannot be written or a fork cannot be started
   * @throws InterruptedException if this thread is interrupted; the forks are killed
   */
  public List<RaceResult> race(List<RacePair> pairs, RaceOptions options, ProgressListener progress)
      throws IOException, InterruptedException {
    Path log = Files.createDirectories(runFolder.resolve("logs")).resolve(options.name() + ".log");
    Path directory = Files.createDirectories(runFolder.resolve("work").resolve(options.name()));
    List<List<RacePair>> designs =
        List.copyOf(
            pairs.stream()
                .filter(pair -> pair.scenario().actors().size() <= cpus)
                .collect(
                    Collectors.groupingBy(
                        RacePair::design, LinkedHashMap::new, Collectors.toList()))
                .values());
    int total = designs.stream().mapToInt(List::size).sum() * options.configurations().size();
    Forks forks =
        new Forks(directory.toAbsolutePath(), classPath, options.sampling(), options.limit());
    // Fair, or races of two actors would starve one of three.
    Semaphore free = new Semaphore(cpus, true);
    Collected results = new Collected(log, total, progress);
    collected = results;
    boolean inTime =
        deadline
            .call(
                () ->
                    Workers.map(
                        designs,
                        Math.max(1, cpus / ACTORS),
                        races -> {
                          new DesignRaces(races, options, forks, free, results).run();
                          return races;
                        }))
            .isPresent();
    String missing = inTime ? null : Deadline.OUT_OF_TIME;
    return rows(pairs, options, missing);
  }

  /**
   * The rows received so far, even if the run was interrupted.
   *
   * @param pairs the pairs
   * @param options how they were raced
   * @param missing why some were not, or null if all were
   * @return a row for each pair, in their order
   */
  public List<RaceResult> rows(
      List<RacePair> pairs, RaceOptions options, @Nullable String missing) {
    Collected results = collected;
    if (results == null) {
      return notRun(pairs, cpus, missing == null ? "the races have not started" : missing);
    }
    return pairs.stream()
        .map(
            pair ->
                RaceResults.row(
                    pair,
                    results.of(pair),
                    options.configurations().size(),
                    cpus,
                    missing,
                    runFolder.relativize(results.log).toString()))
        .toList();
  }

  /** The results so far, each also a line of the log. */
  private static final class Collected implements Consumer<ForkResult> {
    private final Map<String, List<ForkResult>> results = new HashMap<>();
    private final Path log;
    private final int total;
    private final ProgressListener progress;
    private int done;

    Collected(Path log, int total, ProgressListener progress) throws IOException {
      WholeFile.write(log, "");
      this.log = log;
      this.total = total;
      this.progress = progress;
    }

    @Override
    public synchronized void accept(ForkResult result) {
      try {
        WholeFile.append(log, MAPPER.writeValueAsString(result) + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException("The log of the races cannot be written.", e);
      }
      String label = result.design() + "/" + result.scenario();
      results.computeIfAbsent(label, pair -> new ArrayList<>()).add(result);
      done++;
      progress.progress(done, total, label);
    }

    synchronized List<ForkResult> of(RacePair pair) {
      return List.copyOf(results.getOrDefault(pair.label(), List.of()));
    }
  }
}
