package org.ptstress.stress.interleaving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.ChildStart;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.Message;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.process.SecondTry;
import org.ptstress.run.process.Workers;
import org.ptstress.run.result.InterleavingResult;

/**
 * Searches the scenarios on some designs in parallel child JVMs, one for each CPU, because a search
 * runs one thread at a time. All searches of a design run in one child.
 */
public final class SearchRunner {
  /** Failures after which a design is given up: each further hang would cost a timeout. */
  private static final int MOST_FAILURES = 2;

  private static final String TOO_MANY_FAILURES =
      "it was not tried: the design already hung or ended its JVM in "
          + MOST_FAILURES
          + " searches";

  private final Path runFolder;
  private final int cpus;
  private final SearchBudget budget;
  private final Duration silence;
  private final Deadline deadline;
  private final String classPath;
  private @Nullable SearchRows collected;

  /**
   * Creates a runner.
   *
   * @param runFolder the run folder: logs go below it
   * @param cpus how many children may run beside each other, at least 1
   * @param budget how many interleavings to explore at most
   * @param silence how long one search may take
   * @param deadline when to stop
   */
  public SearchRunner(
      Path runFolder, int cpus, SearchBudget budget, Duration silence, Deadline deadline) {
    this(runFolder, cpus, budget, silence, deadline, ChildJvm.classPath());
  }

  SearchRunner(
      Path runFolder,
      int cpus,
      SearchBudget budget,
      Duration silence,
      Deadline deadline,
      String classPath) {
    this.runFolder = runFolder;
    this.cpus = cpus;
    this.budget = budget;
    this.silence = silence;
    this.deadline = deadline;
    this.classPath = classPath;
  }

  /**
   * The kind of child that it starts, which must permit Lincheck's agent.
   *
   * @return the kind, to be tried before the run
   */
  public static ChildStart childStart() {
    return new ChildStart("the searches", jvmArgs(), AgentMain.class);
  }

  /**
   * Runs some searches.
   *
   * @param searches the searches, those of a design one after the other
   * @param stopAtBroken whether the first broken claim of a design ends its searches
   * @param progress is notified of each search that ended
   * @return a row for each search, in their order
   * @throws IOException if a child cannot be started or a log not be written
   * @throws InterruptedException if this thread is interrupted; the children are killed
   */
  public List<InterleavingResult> search(
      List<Search> searches, boolean stopAtBroken, ProgressListener progress)
      throws IOException, InterruptedException {
    Files.createDirectories(runFolder.resolve("logs"));
    SearchRows rows = new SearchRows(searches, progress);
    collected = rows;
    List<List<Search>> shares = shares(searches);
    Workers.map(
        shares,
        shares.size(),
        share -> {
          runChildren(share, rows, stopAtBroken);
          return share;
        });
    return rows.all(Deadline.OUT_OF_TIME);
  }

  /**
   * The rows received so far, even if the run was interrupted.
   *
   * @param searches the searches
   * @param reason why the others did not end
   * @return a row for each search, in their order
   */
  public List<InterleavingResult> rows(List<Search> searches, String reason) {
    SearchRows rows = collected;
    return (rows == null ? new SearchRows(searches, ProgressListener.NONE) : rows).all(reason);
  }

  /** Divides the searches by design. */
  private List<List<Search>> shares(List<Search> searches) {
    List<String> designs =
        searches.stream().map(search -> search.design().name()).distinct().toList();
    int count = Math.max(1, Math.min(cpus, designs.size()));
    return IntStream.range(0, count)
        .mapToObj(
            share ->
                searches.stream()
                    .filter(search -> designs.indexOf(search.design().name()) % count == share)
                    .toList())
        .toList();
  }

  /** Runs searches in a child; after a hang or crash, a new child goes on with the next. */
  private void runChildren(List<Search> searches, SearchRows rows, boolean stopAtBroken)
      throws IOException, InterruptedException {
    List<Search> left = Collections.synchronizedList(new ArrayList<>(searches));
    Map<String, Integer> failures = new HashMap<>();
    SecondTry second = new SecondTry();
    // A separate folder, because Lincheck leaves a jar among the temporary files of each JVM.
    Path temporary = Files.createDirectories(runFolder.resolve("work/temporary"));
    List<String> jvmArgs = new ArrayList<>(jvmArgs());
    jvmArgs.add("-Djava.io.tmpdir=" + temporary.toAbsolutePath());
    while (!left.isEmpty()) {
      Path log = newLog();
      List<String> args = new ArrayList<>();
      args.add(Integer.toString(budget.each()));
      args.add(Integer.toString(budget.admitted()));
      args.add(Boolean.toString(stopAtBroken));
      List.copyOf(left).forEach(search -> args.add(search.toArgument()));
      ChildJvm child =
          new ChildJvm(
              runFolder, log, silence, classPath, jvmArgs, SearchMain.class.getName(), args);
      Optional<ChildJvm.Exit> exit =
          deadline.call(() -> child.run(message -> received(message, left, rows)));
      if (exit.isEmpty()) {
        return;
      }
      if (!left.isEmpty() && !second.isDue(exit.get(), left.get(0).label())) {
        Search search = left.remove(0);
        rows.gaveUp(search, exit.get().reason(silence) + "; see " + runFolder.relativize(log));
        String design = search.design().name();
        if (failures.merge(design, 1, Integer::sum) == MOST_FAILURES) {
          List<Search> others =
              List.copyOf(left).stream()
                  .filter(other -> other.design().name().equals(design))
                  .toList();
          others.forEach(other -> rows.gaveUp(other, TOO_MANY_FAILURES));
          left.removeAll(others);
        }
      }
    }
  }

  /** A log that no other child of this folder has. */
  private synchronized Path newLog() throws IOException {
    for (int number = 0; ; number++) {
      Path log = runFolder.resolve("logs/search-" + number + ".log");
      if (!Files.exists(log)) {
        return Files.createFile(log);
      }
    }
  }

  private static Message.Effect received(Message message, List<Search> left, SearchRows rows) {
    if (message.kind().equals(SearchMain.STARTING)) {
      return Message.Effect.PROGRESS;
    }
    // The child runs the searches in the order of its arguments.
    Search search = left.isEmpty() ? null : left.get(0);
    InterleavingResult result = message.as(InterleavingResult.class);
    if (search == null
        || !message.label().equals(search.label())
        || !search.label().equals(result.design() + Search.SEPARATOR + result.scenario())) {
      // The message answers no current request.
      return Message.Effect.NONE;
    }
    if (message.kind().equals(SearchMain.SHOWN)) {
      rows.shown(search, result);
      return Message.Effect.NONE;
    }
    left.remove(0);
    rows.ended(search, result);
    return Message.Effect.PROGRESS;
  }

  private static List<String> jvmArgs() {
    List<String> args = new ArrayList<>(ChildJvm.nativeAccess());
    // C1 only: C2 speeds up neither new code nor hand-overs between threads.
    args.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Xshare:off",
            "-XX:+UseSerialGC",
            "-Xmn200m",
            "-Xmx512m",
            "-Dptstress.checked=true"));
    if (Runtime.version().feature() >= 21) {
      args.add("-XX:+EnableDynamicAgentLoading");
    }
    if (Runtime.version().feature() >= 23) {
      args.add("--sun-misc-unsafe-memory-access=allow");
    }
    return args;
  }
}
