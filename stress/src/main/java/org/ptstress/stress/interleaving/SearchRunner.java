package org.ptstress.stress.interleaving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ptstress.stress.process.ChildJvm;
import org.ptstress.stress.process.Deadline;
import org.ptstress.stress.process.ProgressListener;
import org.ptstress.stress.result.InterleavingResult;

/**
 * Searches the scenarios on some designs in a child JVM. One child at a time: although a search
 * runs one thread at a time, its hand-overs spin, and two searches would slow each other down.
 */
public final class SearchRunner {
  /** A design that hung or crashed so often will again, and each time costs the silence. */
  private static final int MOST_FAILURES = 2;

  private final Path runFolder;
  private final SearchBudget budget;
  private final Duration silence;
  private final Deadline deadline;
  private final String classPath;

  /**
   * Prepares searches.
   *
   * @param runFolder the run folder: logs go below it
   * @param budget how many interleavings to explore at most
   * @param silence how long one search may take
   * @param deadline when to stop
   */
  public SearchRunner(Path runFolder, SearchBudget budget, Duration silence, Deadline deadline) {
    this(runFolder, budget, silence, deadline, ChildJvm.classPath());
  }

  SearchRunner(
      Path runFolder, SearchBudget budget, Duration silence, Deadline deadline, String classPath) {
    this.runFolder = runFolder;
    this.budget = budget;
    this.silence = silence;
    this.deadline = deadline;
    this.classPath = classPath;
  }

  /**
   * Runs some searches.
   *
   * @param searches the searches, those of a design one after the other
   * @param stopAtBroken whether one broken claim is all that is wanted of a design: what is left of
   *     its searches is then not run
   * @param progress is told of each search that ended
   * @return a row for each search, in their order
   * @throws IOException if a child cannot be started or a log not be written
   * @throws InterruptedException if this thread is interrupted; the children are killed
   */
  public List<InterleavingResult> search(
      List<Search> searches, boolean stopAtBroken, ProgressListener progress)
      throws IOException, InterruptedException {
    Map<String, InterleavingResult> rows = new LinkedHashMap<>();
    for (Search search : searches) {
      rows.put(search.label(), search.notRun(Deadline.OUT_OF_TIME));
    }
    Map<String, Search> byLabel =
        searches.stream().collect(Collectors.toMap(Search::label, Function.identity()));
    Files.createDirectories(runFolder.resolve("logs"));
    runChildren(Collections.synchronizedMap(rows), byLabel, stopAtBroken, progress);
    return List.copyOf(rows.values());
  }

  /**
   * Runs all searches in a child; when one hangs or crashes it, a new child goes on behind. The
   * rows are replaced as their searches end.
   */
  private void runChildren(
      Map<String, InterleavingResult> rows,
      Map<String, Search> searches,
      boolean stopAtBroken,
      ProgressListener progress)
      throws IOException, InterruptedException {
    List<String> left = Collections.synchronizedList(new ArrayList<>(rows.keySet()));
    Map<String, Integer> failures = new HashMap<>();
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      Path log = runFolder.resolve("logs/search-" + attempt + ".log");
      List<String> args = new ArrayList<>();
      args.add(Integer.toString(budget.each()));
      args.add(Integer.toString(budget.admitted()));
      args.add(Boolean.toString(stopAtBroken));
      left.forEach(search -> args.add(Objects.requireNonNull(searches.get(search)).toArgument()));
      ChildJvm child =
          new ChildJvm(
              runFolder, log, silence, classPath, jvmArgs(), SearchMain.class.getName(), args);
      Optional<ChildJvm.Exit> exit =
          deadline.call(
              () ->
                  child.run(
                      line -> {
                        if (!line.startsWith(SearchMain.RESULT)) {
                          return line.equals(SearchMain.STARTING);
                        }
                        InterleavingResult result =
                            parse(line.substring(SearchMain.RESULT.length()));
                        String search = result.design() + "/" + result.scenario();
                        rows.put(search, result);
                        left.remove(search);
                        progress.progress(rows.size() - left.size(), rows.size(), search);
                        return true;
                      }));
      if (exit.isEmpty()) {
        return;
      }
      if (!left.isEmpty()) {
        String search = left.get(0);
        String reason = exit.get().reason(silence) + "; see " + runFolder.relativize(log);
        giveUp(search, reason, rows, left);
        String design = design(search);
        if (failures.merge(design, 1, Integer::sum) == MOST_FAILURES) {
          for (String other : List.copyOf(left)) {
            if (design(other).equals(design)) {
              giveUp(
                  other,
                  "it was not tried: the design hung or ended its JVM in "
                      + MOST_FAILURES
                      + " searches before",
                  rows,
                  left);
            }
          }
        }
        progress.progress(rows.size() - left.size(), rows.size(), search);
      }
    }
  }

  private static void giveUp(
      String search, String reason, Map<String, InterleavingResult> rows, List<String> left) {
    rows.computeIfPresent(search, (name, row) -> row.notRun(reason));
    left.remove(search);
  }

  private static String design(String search) {
    return search.substring(0, search.indexOf('/'));
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
}
