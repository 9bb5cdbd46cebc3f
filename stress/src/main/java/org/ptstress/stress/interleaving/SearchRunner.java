package org.ptstress.stress.interleaving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.stress.process.ChildJvm;
import org.ptstress.stress.process.ProgressListener;
import org.ptstress.stress.result.InterleavingResult;
import org.ptstress.stress.result.RunStatus;
import org.ptstress.stress.scenario.Scenarios;

/**
 * Searches the scenarios on some designs in a child JVM. One child at a time: although a search
 * runs one thread at a time, its hand-overs spin, and two searches would slow each other down.
 */
public final class SearchRunner {
  private final Path runFolder;
  private final int budget;
  private final Duration silence;
  private final String classPath;

  /**
   * Prepares searches.
   *
   * @param runFolder the run folder: logs go below it
   * @param budget how many interleavings to explore at most for each start of a search
   * @param silence how long one search may take
   */
  public SearchRunner(Path runFolder, int budget, Duration silence) {
    this(runFolder, budget, silence, ChildJvm.classPath());
  }

  SearchRunner(Path runFolder, int budget, Duration silence, String classPath) {
    this.runFolder = runFolder;
    this.budget = budget;
    this.silence = silence;
    this.classPath = classPath;
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
    return search(designs, (design, scenario) -> Scenarios.applies(scenario, design), progress);
  }

  /** Runs the searches that are chosen. */
  List<InterleavingResult> search(
      List<Design> designs, BiPredicate<Design, Scenario> chosen, ProgressListener progress)
      throws IOException, InterruptedException {
    Map<String, InterleavingResult> rows = new LinkedHashMap<>();
    for (Design design : designs) {
      for (Scenario scenario : scenarios()) {
        if (chosen.test(design, scenario)) {
          rows.put(
              design.name() + "/" + scenario.name(),
              notRun(design, scenario, "it was not reached"));
        }
      }
    }
    Map<String, InterleavingResult> found = new HashMap<>();
    Files.createDirectories(runFolder.resolve("logs"));
    runChildren(rows, found, progress);
    rows.replaceAll((search, row) -> found.getOrDefault(search, row));
    return List.copyOf(rows.values());
  }

  /** Runs all searches in a child; when one hangs or crashes it, a new child goes on behind. */
  private void runChildren(
      Map<String, InterleavingResult> all,
      Map<String, InterleavingResult> found,
      ProgressListener progress)
      throws IOException, InterruptedException {
    List<String> left = new ArrayList<>(all.keySet());
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      Path log = runFolder.resolve("logs/search-" + attempt + ".log");
      List<String> args = new ArrayList<>(List.of(Integer.toString(budget)));
      args.addAll(left);
      ChildJvm child =
          new ChildJvm(
              runFolder, log, silence, classPath, jvmArgs(), SearchMain.class.getName(), args);
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
    // Most of a search is new code and hand-overs between threads, which C2 does not make faster.
    args.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-Xshare:off", "-Xmx512m", "-Dptstress.checked=true"));
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
