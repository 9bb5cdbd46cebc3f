package org.ptstress.stress.interleaving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.stress.ProgressListener;
import org.ptstress.stress.process.ChildJvm;
import org.ptstress.stress.result.InterleavingResult;
import org.ptstress.stress.result.RunStatus;
import org.ptstress.stress.scenario.Scenarios;

/**
 * Searches the scenarios on some designs, in as many child JVMs as there are CPUs: a search runs
 * one thread at a time.
 */
public final class SearchRunner {
  private final Path runFolder;
  private final int budget;
  private final Duration silence;
  private final int children;

  /**
   * Prepares searches.
   *
   * @param runFolder the run folder: logs go below it
   * @param budget how many interleavings to explore at most for each start of a search
   * @param silence how long one search may take
   * @param children how many JVMs search at a time
   */
  public SearchRunner(Path runFolder, int budget, Duration silence, int children) {
    this.runFolder = runFolder;
    this.budget = budget;
    this.silence = silence;
    this.children = children;
  }

  /**
   * Runs all searches.
   *
   * @param designs the designs
   * @param progress is told of each search that ended
   * @return a row for each design and scenario that applies, in their order
   * @throws IOException if a child cannot be started or a log not be written
   * @throws InterruptedException if this thread is interrupted; the children are killed
   */
  public List<InterleavingResult> search(List<Design> designs, ProgressListener progress)
      throws IOException, InterruptedException {
    Map<String, InterleavingResult> rows = new LinkedHashMap<>();
    for (Design design : designs) {
      for (Scenario scenario : scenarios()) {
        if (Scenarios.applies(scenario, design)) {
          rows.put(
              design.name() + "/" + scenario.name(),
              notRun(design, scenario, "it was not reached"));
        }
      }
    }
    Map<String, InterleavingResult> found = new ConcurrentHashMap<>();
    List<List<String>> shares = new ArrayList<>();
    for (int i = 0; i < children; i++) {
      shares.add(new ArrayList<>());
    }
    int next = 0;
    for (String search : rows.keySet()) {
      shares.get(next++ % children).add(search);
    }
    Files.createDirectories(runFolder.resolve("logs"));
    ExecutorService executor = Executors.newFixedThreadPool(children);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < children; i++) {
        int child = i;
        running.add(
            executor.submit(
                () -> {
                  runChild(child, shares.get(child), found, rows, progress);
                  return null;
                }));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
    }
    rows.replaceAll((search, row) -> found.getOrDefault(search, row));
    return List.copyOf(rows.values());
  }

  /** Runs one share; when a search hangs or crashes its child, a new child goes on behind it. */
  private void runChild(
      int number,
      List<String> share,
      Map<String, InterleavingResult> found,
      Map<String, InterleavingResult> all,
      ProgressListener progress)
      throws IOException, InterruptedException {
    List<String> left = new ArrayList<>(share);
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      Path log = runFolder.resolve("logs/search-" + number + "-" + attempt + ".log");
      List<String> args = new ArrayList<>(List.of(Integer.toString(budget)));
      args.addAll(left);
      ChildJvm child =
          new ChildJvm(
              runFolder,
              log,
              silence,
              ChildJvm.classPath(),
              jvmArgs(),
              SearchMain.class.getName(),
              args);
      ChildJvm.Exit exit =
          child.run(
              line -> {
                if (!line.startsWith(SearchMain.RESULT)) {
                  return false;
                }
                InterleavingResult result = parse(line.substring(SearchMain.RESULT.length()));
                String search = result.design() + "/" + result.scenario();
                found.put(search, result);
                left.remove(search);
                progress.progress(found.size(), all.size(), search);
                return true;
              });
      if (!left.isEmpty()) {
        String search = left.remove(0);
        InterleavingResult row = all.get(search);
        String reason =
            exit.hung()
                ? "it did not end within " + silence.toSeconds() + " s"
                : "its JVM ended with status " + exit.status();
        if (row != null) {
          found.put(search, withReason(row, reason + "; see " + runFolder.relativize(log)));
        }
        progress.progress(found.size(), all.size(), search);
      }
    }
  }

  private static InterleavingResult parse(String json) {
    try {
      return new ObjectMapper().readValue(json, InterleavingResult.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A search printed a result that is not JSON: " + json, e);
    }
  }

  private static List<String> jvmArgs() {
    List<String> args = new ArrayList<>(ChildJvm.nativeAccess());
    args.addAll(List.of("-Xshare:off", "-Xmx512m", "-Dptstress.checked=true"));
    if (Runtime.version().feature() >= 21) {
      args.add("-XX:+EnableDynamicAgentLoading");
    }
    if (Runtime.version().feature() >= 23) {
      args.add("--sun-misc-unsafe-memory-access=allow");
    }
    return args;
  }

  private static List<Scenario> scenarios() {
    return Scenarios.all().stream()
        .filter(
            scenario ->
                scenario.tools().contains(Scenario.Tool.INTERLEAVING)
                    || scenario.tools().contains(Scenario.Tool.PROGRESS))
        .toList();
  }

  static Scenario scenario(String name) {
    return scenarios().stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("No scenario to search is called " + name + "."));
  }

  private static InterleavingResult notRun(Design design, Scenario scenario, String reason) {
    return new InterleavingResult(
        design.name(),
        scenario.name(),
        scenario.description(),
        scenario.claims(),
        RunStatus.NOT_RUN,
        reason,
        0,
        0,
        List.of());
  }

  private static InterleavingResult withReason(InterleavingResult row, String reason) {
    return new InterleavingResult(
        row.design(),
        row.scenario(),
        row.description(),
        row.claims(),
        RunStatus.NOT_RUN,
        reason,
        0,
        0,
        List.of());
  }
}
