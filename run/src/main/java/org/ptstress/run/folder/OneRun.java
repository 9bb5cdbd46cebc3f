package org.ptstress.run.folder;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ptstress.model.Designs;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.measurement.LatencyLog;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.OrderResult;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.RunFile.Completion;
import org.ptstress.run.result.RunFile.Phase;
import org.ptstress.run.result.VerdictRow;

/** Tests whether the files of a folder belong to the run of its {@code run.json}. */
final class OneRun {
  private static final String CONTROL = "control";

  private OneRun() {}

  /**
   * Refuses a run file that no run writes.
   *
   * @throws UnreadableRunException if it names a design or phase twice, an unknown profile, or an
   *     end of a run that has none
   */
  static void require(Path folder, RunFile run) throws UnreadableRunException {
    String fault = fault(run);
    if (!fault.isEmpty()) {
      throw JsonFile.foreign(folder.resolve(ResultFiles.RUN), fault, null);
    }
  }

  private static String fault(RunFile run) {
    if (Stream.of(Profile.values()).noneMatch(each -> each.label().equals(run.profile()))) {
      return "it names the profile \"" + run.profile() + "\", which does not exist";
    }
    if (hasTwice(run.designs())) {
      return "it names a design twice";
    }
    if (hasTwice(run.phases().stream().map(Phase::name).toList())) {
      return "it names a phase twice";
    }
    boolean hasEnd = run.finishedAt() != null;
    return hasEnd == (run.status() == Completion.COMPLETE)
        ? ""
        : "it is " + run.status() + (hasEnd ? " with" : " without") + " a time of its end";
  }

  private static boolean hasTwice(List<String> names) {
    return new HashSet<>(names).size() < names.size();
  }

  /**
   * Refuses rows of designs that the run does not name. The kernel chooses its own.
   *
   * @throws UnreadableRunException for the first file with such a row
   */
  static void require(RunFolder run) throws UnreadableRunException {
    Map<String, Stream<String>> files = new LinkedHashMap<>();
    files.put(ResultFiles.RACES, run.races().stream().map(RaceResult::design));
    files.put(
        ResultFiles.INTERLEAVINGS, run.interleavings().stream().map(InterleavingResult::design));
    files.put(ResultFiles.EXPLORATIONS, run.explored().stream().map(ExplorationResult::design));
    files.put(ResultFiles.CHECKS, run.checks().stream().map(CheckResult::design));
    files.put(
        ResultFiles.ACCESSES,
        run.costs().stream()
            .map(DesignCosts::design)
            .filter(name -> !name.equals(Designs.YARDSTICK)));
    files.put(ResultFiles.VERDICTS, run.verdicts().stream().map(VerdictRow::design));
    files.put(ResultFiles.ORDERS, run.orders().stream().map(OrderResult::design));
    files.put(
        ResultFiles.JMH,
        run.measurements().stream().flatMap(row -> Stream.ofNullable(row.params().get("design"))));
    files.put(
        "latency",
        run.latencies().stream().map(LatencyLog::name).filter(name -> !name.equals(CONTROL)));
    Set<String> known = Set.copyOf(run.run().designs());
    for (Map.Entry<String, Stream<String>> file : files.entrySet()) {
      String other = file.getValue().filter(name -> !known.contains(name)).findFirst().orElse("");
      if (!other.isEmpty()) {
        throw JsonFile.foreign(
            run.path().resolve(file.getKey()),
            "it has a row of \"" + other + "\", which run.json does not name",
            null);
      }
    }
  }
}
