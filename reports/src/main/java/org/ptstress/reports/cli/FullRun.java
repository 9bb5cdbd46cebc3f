package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ptstress.bench.BenchProfile;
import org.ptstress.bench.Benchmarks;
import org.ptstress.bench.HostInfo;
import org.ptstress.bench.LatencyRun;
import org.ptstress.model.Design;
import org.ptstress.model.Promise;
import org.ptstress.reports.gate.Measurement;
import org.ptstress.reports.gate.Measurements;
import org.ptstress.reports.measured.MeasuredClaims;
import org.ptstress.reports.page.ReportPage;
import org.ptstress.reports.page.Summary;
import org.ptstress.reports.result.RunFolder;
import org.ptstress.stress.Profile;
import org.ptstress.stress.StressRun;
import org.ptstress.stress.result.Evidence;
import org.ptstress.stress.result.ResultFiles;
import org.ptstress.stress.result.VerdictRow;
import org.ptstress.stress.verdict.EvidenceFiles;
import org.ptstress.stress.verdict.Judge;

/** The parts of a run in their order. A part that fails is recorded, and the others go on. */
final class FullRun {
  private static final String JMH = "jmh.json";

  private final Path folder;
  private final Profile profile;
  private final List<Design> designs;
  private final RunRecorder recorder;

  FullRun(Path folder, Profile profile, List<Design> designs, RunRecorder recorder) {
    this.folder = folder;
    this.profile = profile;
    this.designs = designs;
    this.recorder = recorder;
  }

  /** Runs everything and writes the report; returns the folder as the report read it. */
  RunFolder execute() throws IOException, InterruptedException {
    List<String> names = designs.stream().map(Design::name).toList();
    BenchProfile benchProfile = BenchProfile.valueOf(profile.name());
    int cpus = Runtime.getRuntime().availableProcessors();
    StressRun stress = new StressRun(folder, profile, designs, cpus);
    recorder.phase("host", bar -> HostInfo.collect().write(folder));
    recorder.phase("checks", bar -> stress.check());
    recorder.phase("races", bar -> stress.race(bar::at));
    recorder.phase("interleavings", bar -> stress.search(bar::at));
    recorder.phase(
        "jmh",
        bar ->
            Benchmarks.run(
                benchProfile, names, folder, (done, total) -> bar.at(done, total, "forks")));
    recorder.phase(
        "latency",
        bar ->
            LatencyRun.run(
                benchProfile, names, folder, (done, total) -> bar.at(done, total, "loads")));
    List<VerdictRow> verdicts = judge(stress.evidence());
    recorder.phase("verdicts", bar -> ResultFiles.write(folder, ResultFiles.VERDICTS, verdicts));
    removeWork();
    recorder.complete();
    RunFolder run = RunFolder.read(folder);
    List<RunFolder> runs = List.of(run);
    ReportPage.write(runs, folder.resolve(ReportFiles.PAGE));
    Summary.write(runs, folder.resolve(ReportFiles.SUMMARY));
    return run;
  }

  private List<VerdictRow> judge(EvidenceFiles found) throws IOException {
    Path jmh = folder.resolve(JMH);
    List<Measurement> measurements =
        Files.exists(jmh) ? Measurements.fromJmh(jmh).measurements() : List.of();
    MeasuredClaims measured = new MeasuredClaims(measurements);
    List<VerdictRow> verdicts = new ArrayList<>();
    for (Design design : designs) {
      for (Promise promise : design.promises().all()) {
        List<Evidence> evidence = new ArrayList<>(found.about(design.name(), promise));
        evidence.addAll(measured.about(design, promise));
        verdicts.add(Judge.judge(design.name(), promise, evidence));
      }
    }
    return verdicts;
  }

  /** The working folders of jcstress hold nothing that the result files do not. */
  private void removeWork() throws IOException {
    Path work = folder.resolve("work");
    if (!Files.exists(work)) {
      return;
    }
    try (var files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
