package org.ptstress.reports.phase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ptstress.bench.fork.Benchmarks;
import org.ptstress.bench.fork.FailedRow;
import org.ptstress.bench.host.ThisMachine;
import org.ptstress.bench.jvm.MeasurementException;
import org.ptstress.bench.latency.LatencyRun;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Promise;
import org.ptstress.reports.measured.FailedOperations;
import org.ptstress.reports.measured.KernelEvidence;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.unit.Unit;
import org.ptstress.run.unit.UnitSelection;
import org.ptstress.stress.StressRun;
import org.ptstress.stress.kernel.KernelJudge;
import org.ptstress.stress.verdict.Judge;

/**
 * The phases that a run can consist of, and its end: verdicts and report. A phase that fails is
 * recorded, and the others go on; each stops at the deadline.
 */
public final class RunPhases {
  private static final String NO_UNIT = "This shard has no unit of it.";

  private final Path folder;
  private final Profile profile;
  private final List<Design> designs;
  private final UnaryOperator<Promise> judgedAs;
  private final @Nullable Claim only;
  private final UnitSelection selection;
  private final RunRecorder recorder;
  private final Deadline deadline;
  private final StressRun stress;

  /**
   * Prepares a run.
   *
   * @param folder the run folder, which must exist
   * @param profile the profile of the run
   * @param designs the designs under test
   * @param only the claim that is judged, or null for all
   * @param judgedAs from what a design promises of a claim to what it is judged by
   * @param selection which units are done; the others are left to other machines
   * @param recorder records the phases
   * @param deadline when to stop
   */
  public RunPhases(
      Path folder,
      Profile profile,
      List<Design> designs,
      @Nullable Claim only,
      UnaryOperator<Promise> judgedAs,
      UnitSelection selection,
      RunRecorder recorder,
      Deadline deadline) {
    this.folder = folder;
    this.profile = profile;
    this.designs = designs;
    this.only = only;
    this.judgedAs = judgedAs;
    this.selection = selection;
    this.recorder = recorder;
    this.deadline = deadline;
    int cpus = Runtime.getRuntime().availableProcessors();
    this.stress = new StressRun(folder, profile, designs, only, selection, cpus, deadline);
  }

  public void describeHost() throws IOException, InterruptedException {
    recorder.phase("host", bar -> ResultFiles.write(folder, ThisMachine.describe()));
  }

  /** Runs a phase of which something is done here. */
  private void phase(String name, RunRecorder.Work work) throws IOException, InterruptedException {
    if (selection.includesAnyOf(name)) {
      recorder.phase(name, work);
    } else {
      recorder.leaveOut(name, NO_UNIT);
    }
  }

  public void check() throws IOException, InterruptedException {
    phase(Unit.CHECKS, bar -> stress.check(bar::at));
  }

  public void race() throws IOException, InterruptedException {
    phase(Unit.RACES, bar -> stress.race(bar::at));
  }

  public void search() throws IOException, InterruptedException {
    phase(Unit.INTERLEAVINGS, bar -> stress.search(bar::at));
  }

  public void explore() throws IOException, InterruptedException {
    phase(Unit.EXPLORATIONS, bar -> stress.explore(bar::at));
  }

  public void record() throws IOException, InterruptedException {
    phase(Unit.ACCESSES, bar -> stress.record(List.of(), bar::at));
  }

  /**
   * Records accesses beside another phase, but for designs whose costs are known.
   *
   * @param known the costs of other designs
   */
  public void recordBeside(List<DesignCosts> known) throws IOException, InterruptedException {
    recorder.phaseBeside(Unit.ACCESSES, bar -> stress.record(known, bar::at));
  }

  /**
   * Measures the designs.
   *
   * @param profilers further profilers of JMH
   */
  public void measureThroughput(List<String> profilers) throws IOException, InterruptedException {
    if (!measures("jmh")) {
      return;
    }
    List<String> names = designs.stream().map(Design::name).toList();
    recorder.phase(
        "jmh",
        deadline,
        bar -> {
          List<FailedRow> failed =
              bar.alone(() -> Benchmarks.run(profile, names, folder, profilers, bar::at));
          failIfAny(failed.stream().map(FailedRow::reason).toList());
        });
  }

  private boolean measures(String phase) {
    boolean measured = selection.includesAnyOf(Unit.MEASUREMENTS);
    if (!measured) {
      recorder.leaveOut(phase, NO_UNIT);
    }
    return measured;
  }

  /** Fails the phase if measurements failed; the results of the others are kept. */
  private static void failIfAny(List<String> failures) {
    if (!failures.isEmpty()) {
      throw new MeasurementException(
          failures.size() == 1
              ? failures.get(0)
              : failures.size() + " measurements failed, the first: " + failures.get(0));
    }
  }

  public void measureLatency() throws IOException, InterruptedException {
    if (!measures("latency")) {
      return;
    }
    recorder.phase(
        "latency",
        deadline,
        bar ->
            failIfAny(
                bar.alone(
                    () ->
                        LatencyRun.run(
                            profile,
                            designs.stream().map(Design::name).toList(),
                            folder,
                            bar::at))));
  }

  /**
   * Compares the design of this kernel's time with it; one that cannot be compared says why.
   *
   * @throws IOException if the run folder cannot be written
   * @throws InterruptedException if this thread is interrupted
   */
  public void askKernel() throws IOException, InterruptedException {
    phase(
        Unit.KERNEL,
        bar -> {
          KernelJudge judge = new KernelJudge(KernelJudge.OPERATIONS, 1, bar::say);
          try {
            judge.judge(folder.resolve("work").resolve("kernel"), bar::at);
          } finally {
            ResultFiles.write(folder, ResultFiles.KERNEL, judge.rows());
          }
          if (judge.rows().stream().anyMatch(row -> !row.difference().isEmpty())) {
            throw new IllegalStateException("kernel and model differ, see " + ResultFiles.KERNEL);
          }
        });
  }

  /** Whether every design is known to break the only claim that is judged. */
  public boolean isBroken() throws IOException {
    return only != null
        && judge().stream().allMatch(row -> row.evidence().stream().anyMatch(Evidence::broken));
  }

  /** Records that a phase has nothing to add. */
  public void leaveOut(String phase, String why) {
    recorder.leaveOut(phase, why);
  }

  /** Records that to measure is none of this run's business. */
  public void leaveOutMeasurements() {
    for (String phase : List.of("jmh", "latency")) {
      recorder.leaveOut(phase, "This command measures nothing.");
    }
  }

  /**
   * Judges and writes the report.
   *
   * @return the folder as the report read it
   */
  public RunFolder finish() throws IOException, InterruptedException {
    List<VerdictRow> verdicts = judge();
    recorder.phase("verdicts", bar -> ResultFiles.write(folder, ResultFiles.VERDICTS, verdicts));
    return recorder.complete();
  }

  private List<VerdictRow> judge() throws IOException {
    RunFolder read = RunFolder.read(folder);
    Findings found =
        new Findings(
            stress.evidence(),
            new FailedOperations(read.measurements()),
            new KernelEvidence(read.kernel()));
    List<VerdictRow> verdicts = new ArrayList<>();
    for (Design design : designs) {
      for (Promise given : design.promises().all()) {
        if (only != null && given.claim() != only) {
          continue;
        }
        Promise promise = judgedAs.apply(given);
        List<Evidence> evidence = found.about(design.name(), promise);
        verdicts.add(Judge.judge(design.name(), promise, evidence));
      }
    }
    return verdicts;
  }
}
