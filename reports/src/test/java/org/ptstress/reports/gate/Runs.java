package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ptstress.run.result.JmhRow;
import org.ptstress.run.result.JmhRows;
import org.ptstress.run.result.Row;

/** Made-up runs of the shape of a quick run, with known noise. */
final class Runs {
  static final List<String> DESIGNS = List.of("GlobalIdr", "RfcHash", "RcuHash", "BucketLockHash");
  static final String FIND = "org.ptstress.bench.FindBenchmark.find";
  static final String CREATE = "org.ptstress.bench.CreateDeleteBenchmark.createDelete";
  static final int FORKS = 3;

  private Runs() {}

  static UniformRandomProvider random(long seed) {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  static ContinuousDistribution.Sampler noise(UniformRandomProvider random) {
    return NormalDistribution.of(0, 1).createSampler(random);
  }

  /** Two benchmarks, four designs, two populations, one and two threads: 32 measurements. */
  static MeasuredRun quick(String source, int forks, ForkNoise noise) {
    List<JmhRow> rows = new ArrayList<>();
    for (String benchmark : List.of(FIND, CREATE)) {
      for (String design : DESIGNS) {
        for (String timers : List.of("512", "65536")) {
          for (int threads = 1; threads <= 2; threads++) {
            double speed = (10 + 7 * DESIGNS.indexOf(design)) * threads;
            double together = noise.ofRow(threads);
            List<Double> means = new ArrayList<>();
            for (int fork = 0; fork < forks; fork++) {
              means.add(speed * Math.exp(together + noise.ofFork(threads)));
            }
            rows.add(measurement(benchmark, design, timers, threads, means));
          }
        }
      }
    }
    return new MeasuredRun(source, rows);
  }

  /** A quick run whose forks have one spread on the log scale, whatever the threads. */
  static MeasuredRun quick(String source, double spread, UniformRandomProvider random) {
    ContinuousDistribution.Sampler sampler = noise(random);
    return quick(
        source,
        FORKS,
        new ForkNoise() {
          @Override
          public double ofFork(int threads) {
            return spread * sampler.sample();
          }
        });
  }

  static JmhRow measurement(
      String benchmark, String design, String timers, int threads, List<Double> forks) {
    return JmhRows.of(new Row(benchmark, design, Integer.parseInt(timers), threads), forks);
  }

  static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  static MeasuredRun change(MeasuredRun run, Predicate<JmhRow> which, UnaryOperator<JmhRow> how) {
    return new MeasuredRun(
        "changed", run.rows().stream().map(row -> which.test(row) ? how.apply(row) : row).toList());
  }

  static MeasuredRun without(MeasuredRun run, Predicate<JmhRow> which) {
    return new MeasuredRun("reduced", run.rows().stream().filter(row -> !which.test(row)).toList());
  }

  static Predicate<JmhRow> find(String design) {
    return row -> row.row().benchmark().equals(FIND) && row.design().equals(design);
  }

  /** Changes the score alone, as someone does who edits the file. */
  static UnaryOperator<JmhRow> score(double factor) {
    return row -> with(row, row.score() * factor, row.forkMeans());
  }

  /** Changes the score and every fork. */
  static UnaryOperator<JmhRow> speed(double factor) {
    return row ->
        with(
            row,
            row.score() * factor,
            row.forkMeans().stream().map(fork -> fork * factor).toList());
  }

  /** Keeps the score and multiplies the distances of the forks' logs from their mean. */
  static UnaryOperator<JmhRow> spread(double factor) {
    return row -> {
      double centre = row.forkMeans().stream().mapToDouble(Math::log).average().orElseThrow();
      return with(
          row,
          row.score(),
          row.forkMeans().stream()
              .map(fork -> Math.exp(centre + factor * (Math.log(fork) - centre)))
              .toList());
    };
  }

  static UnaryOperator<JmhRow> forks(int count) {
    return row -> with(row, row.score(), row.forkMeans().subList(0, count));
  }

  static JmhRow with(JmhRow row, double score, List<Double> forks) {
    return JmhRows.of(row.row(), score, forks, 0);
  }

  /** Noise on the log scale. */
  interface ForkNoise {
    double ofFork(int threads);

    /** What all forks of a row share, because they ran one after the other. */
    default double ofRow(int threads) {
      return 0;
    }
  }
}
