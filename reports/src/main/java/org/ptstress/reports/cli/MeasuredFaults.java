package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ptstress.bench.Benchmarks;
import org.ptstress.bench.FailedRow;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.model.fault.Fault;
import org.ptstress.reports.measured.MeasuredClaims;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.Expected;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.Tool;
import org.ptstress.stress.fault.Expectations;

/** Measures those faults that make a lookup slow; of the others a benchmark says nothing. */
final class MeasuredFaults {
  private MeasuredFaults() {}

  static List<FaultRow> rows(Path folder, List<Fault> faults, ProgressListener progress)
      throws IOException, InterruptedException {
    List<Fault> slow = faults.stream().filter(MeasuredFaults::applies).toList();
    List<FaultRow> rows = new ArrayList<>();
    for (Fault fault : faults) {
      rows.add(
          slow.contains(fault) ? measured(folder, fault, progress) : row(fault, false, 0, 0, ""));
    }
    return rows;
  }

  private static boolean applies(Fault fault) {
    return Expectations.of(fault.name(), Tool.MEASUREMENT) != Expected.DOES_NOT_APPLY;
  }

  private static FaultRow measured(Path folder, Fault fault, ProgressListener progress)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path work = Files.createDirectories(folder.resolve("logs").resolve(fault.name()));
    List<FailedRow> failed =
        Benchmarks.run(
            Profile.FAULTS,
            Stream.of(Designs.YARDSTICK, fault.base().name(), fault.name()).toList(),
            work,
            List.of(),
            new Undecided(List.of(fault), MeasuredFaults::broken),
            (done, total, what) -> progress.progress(done, total, fault.name()));
    Path jmh = work.resolve("jmh.json");
    MeasuredClaims claims =
        Files.exists(jmh)
            ? MeasuredClaims.of(jmh).without(failed)
            : MeasuredClaims.notMeasured("every fork failed");
    Promise promise = new Promise(Claim.AS_GOOD_AS_BEFORE, Expectation.HOLDS, "");
    List<Evidence> ofFault = claims.about(fault.name(), promise);
    boolean baseBroken =
        claims.about(fault.base().name(), promise).stream().anyMatch(Evidence::broken);
    Optional<Evidence> witness = ofFault.stream().filter(Evidence::broken).findFirst();
    double seconds = (System.nanoTime() - start) / 1e9;
    long forks = ofFault.stream().mapToLong(Evidence::samples).sum();
    return row(
        fault,
        witness.isPresent() && !baseBroken,
        seconds,
        forks,
        witness.map(seen -> seen.scenario() + ": " + seen.configuration()).orElse(""));
  }

  /** The seeded fault, as if it were a defect that the design admits: it has to be shown. */
  private static Promise broken(Promise promise) {
    return new Promise(promise.claim(), Expectation.BROKEN, "a fault was seeded");
  }

  private static FaultRow row(
      Fault fault, boolean killed, double seconds, long forks, String witness) {
    return new FaultRow(
        fault.name(),
        Tool.MEASUREMENT,
        Expectations.of(fault.name(), Tool.MEASUREMENT),
        killed,
        false,
        seconds,
        forks,
        killed ? witness : "");
  }
}
