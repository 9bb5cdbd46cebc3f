package org.ptstress.reports.gate;

import java.util.List;
import java.util.stream.Stream;
import org.ptstress.run.result.JmhRow;

/** The noise of every measurement of two runs; rows with several threads have their own prior. */
final class NoiseModel {
  private final NoisePrior singleThread;
  private final NoisePrior multiThread;

  NoiseModel(RunIndex baseline, RunIndex candidate) {
    this(Stream.concat(baseline.sound().stream(), candidate.sound().stream()).toList());
  }

  /** The noise of measurements that are to be compared, each with a spread over forks or none. */
  NoiseModel(List<JmhRow> all) {
    singleThread = fit(all.stream().filter(row -> row.threads() == 1).toList());
    multiThread = fit(all.stream().filter(row -> row.threads() != 1).toList());
  }

  /** The noise of a measurement with at least two forks. */
  Noise of(JmhRow row) {
    NoisePrior prior = row.threads() == 1 ? singleThread : multiThread;
    return prior.moderate(ForkSample.of(row.speeds()));
  }

  private static NoisePrior fit(List<JmhRow> rows) {
    return NoisePrior.fit(rows.stream().map(row -> ForkSample.of(row.speeds())).toList());
  }
}
