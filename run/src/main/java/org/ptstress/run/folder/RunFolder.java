package org.ptstress.run.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.measurement.HostInfo;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.measurement.LatencyLog;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.OrderResult;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunFile;
import org.ptstress.run.result.Slices;
import org.ptstress.run.result.VerdictRow;

/**
 * A run folder that was read and validated.
 *
 * @param path the folder
 * @param run what was started
 * @param host the machine, or null if the run was stopped before it was recorded
 * @param races the races; empty if the file is absent
 * @param interleavings the systematic searches; empty if the file is absent
 * @param explored the explored scenarios or slices of them; empty if the file is absent
 * @param checks the checks; empty if the file is absent
 * @param costs counts and conflicts of each design and of the yardstick; empty if a file is absent
 * @param verdicts the verdicts; empty if the file is absent
 * @param measurements the rows of JMH; empty if the file is absent
 * @param faults the seeded faults; empty if the run was not about them
 * @param orders the weakened orders; empty if the run was not about them
 * @param kernel the comparisons with the running kernel; empty if there were none
 * @param latencies the series of the latency logs; empty if there are none
 * @param absent for each absent file, by its name, why it is absent: a sentence
 */
public record RunFolder(
    Path path,
    RunFile run,
    @Nullable HostInfo host,
    List<RaceResult> races,
    List<InterleavingResult> interleavings,
    List<ExplorationResult> explored,
    List<CheckResult> checks,
    List<DesignCosts> costs,
    List<VerdictRow> verdicts,
    List<JmhRow> measurements,
    List<FaultRow> faults,
    List<OrderResult> orders,
    List<KernelResult> kernel,
    List<LatencyLog> latencies,
    Map<String, String> absent) {
  public RunFolder {
    races = List.copyOf(races);
    interleavings = List.copyOf(interleavings);
    explored = List.copyOf(explored);
    checks = List.copyOf(checks);
    costs = List.copyOf(costs);
    verdicts = List.copyOf(verdicts);
    measurements = List.copyOf(measurements);
    faults = List.copyOf(faults);
    orders = List.copyOf(orders);
    kernel = List.copyOf(kernel);
    latencies = List.copyOf(latencies);
    absent = Map.copyOf(absent);
  }

  /**
   * The explored scenarios.
   *
   * @return a row for each scenario of a design, whatever slices it was divided into
   */
  public List<ExplorationResult> explorations() {
    return Slices.joined(explored);
  }

  /**
   * The evidence in the files.
   *
   * @return what each tool found, on the machine that is recorded, if one is
   */
  public EvidenceFiles evidence() {
    return new EvidenceFiles(
        races,
        interleavings,
        checks,
        costs,
        explorations(),
        host == null ? "" : host.architecture());
  }

  /**
   * Reads a run folder. A file may be absent only if {@code run.json} says that its phase had no
   * result.
   *
   * @param folder the folder
   * @return its content
   * @throws UnreadableRunException if the folder or a file is missing, cut off or of another kind
   */
  public static RunFolder read(Path folder) throws UnreadableRunException {
    if (Files.isDirectory(folder)) {
      OutsideLinks.refuse(folder);
    }
    return new RunFolderReader(folder).read();
  }

  /**
   * Reads a run folder whose {@code run.json} is not written yet.
   *
   * @param folder the folder
   * @param run what that file will say
   * @return its content
   * @throws UnreadableRunException if another file is missing, cut off or of another kind
   */
  public static RunFolder read(Path folder, RunFile run) throws UnreadableRunException {
    return new RunFolderReader(folder).read(run);
  }
}
