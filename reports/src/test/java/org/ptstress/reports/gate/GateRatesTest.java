package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.junit.jupiter.api.Test;
import org.ptstress.run.result.JmhRow;

/**
 * How often the gate cries wolf, and how often it sleeps, over simulated quick runs of three forks.
 * Writes the table of {@code docs/statistics.md} to {@code target/gate-rates.md}.
 */
class GateRatesTest {
  private static final int GATES = Integer.getInteger("ptstress.gate.simulations", 20);
  private static final Margins WIDE = new Margins(0.30, 0.50);
  private static final String VICTIM = "RcuHash";
  private static final int ITERATIONS = 5;

  /**
   * A kind of machine: the spread between forks with one thread and with more, and how far a burst
   * of noise moves one row in ten, or one fork in ten.
   */
  private record Machine(String name, double single, double multi, double rows, double forks) {}

  private static final List<Machine> MACHINES =
      List.of(
          new Machine("3 %", 0.03, 0.03, 0, 0),
          new Machine("10 %", 0.10, 0.10, 0, 0),
          new Machine("25 %", 0.25, 0.25, 0, 0),
          new Machine("44 %", 0.44, 0.44, 0, 0),
          new Machine("5 %, contended 20 %", 0.05, 0.20, 0, 0),
          new Machine("3 %, contended 44 %", 0.03, 0.44, 0, 0),
          new Machine("5 %, bursts over single forks", 0.05, 0.05, 0, 0.30),
          new Machine("5 %, bursts over whole rows", 0.05, 0.05, 0.30, 0));

  /** Gates out of a hundred. */
  private record Rates(
      double falseAlarms,
      double cut,
      double copyCut,
      double copyYardstickCut,
      double wideFalseAlarms,
      double wideCut) {}

  @Test
  void falseAlarmsAndDetections() throws IOException {
    List<String> table = new ArrayList<>();
    List<Rates> all = new ArrayList<>();
    for (Machine machine : MACHINES) {
      Rates rates =
          new Rates(
              rate(machine, Margins.DEFAULT, VICTIM, 1, false),
              rate(machine, Margins.DEFAULT, VICTIM, 0.7, false),
              rate(machine, Margins.DEFAULT, VICTIM, 0.7, true),
              rate(machine, Margins.DEFAULT, Gate.YARDSTICK, 0.7, true),
              rate(machine, WIDE, VICTIM, 1, false),
              rate(machine, WIDE, VICTIM, 0.4, false));
      all.add(rates);
      table.add(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.0f | %.0f | %.0f | %.1f | %.0f |",
              machine.name(),
              rates.falseAlarms(),
              rates.cut(),
              rates.copyCut(),
              rates.copyYardstickCut(),
              rates.wideFalseAlarms(),
              rates.wideCut()));
    }
    Files.write(Files.createDirectories(Path.of("target")).resolve("gate-rates.md"), table);

    for (Rates rates : all.subList(0, 7)) {
      assertThat(rates.falseAlarms()).isLessThanOrEqualTo(5);
      assertThat(rates.wideFalseAlarms()).isLessThanOrEqualTo(2);
    }
    assertThat(all.get(0)).isEqualTo(new Rates(0, 100, 100, 100, 0, 100));
    assertThat(all.get(4).copyCut()).isGreaterThanOrEqualTo(95);
    assertThat(all.get(5).cut()).isGreaterThanOrEqualTo(95);
  }

  @Test
  void poolingIterationsCriesWolfAndTheGateDoesNot() {
    Margins narrow = new Margins(0.05, 0.05);
    int pooledAlarms = 0;
    int alarms = 0;
    for (int seed = 0; seed < GATES; seed++) {
      UniformRandomProvider random = Runs.random(seed);
      MeasuredRun baseline = Runs.quick("baseline", 0.1, random);
      MeasuredRun candidate = Runs.quick("candidate", 0.1, random);
      alarms += Gate.compare(baseline, candidate, narrow).exitStatus();
      pooledAlarms +=
          Gate.compare(pooled(baseline, random), pooled(candidate, random), narrow).exitStatus();
    }
    assertThat(alarms).isLessThanOrEqualTo(GATES / 20);
    assertThat(pooledAlarms).isGreaterThan(GATES / 2);
  }

  /** Mistakes iterations, which scatter by 2 per cent around their fork, for forks. */
  private static MeasuredRun pooled(MeasuredRun run, UniformRandomProvider random) {
    ContinuousDistribution.Sampler noise = Runs.noise(random);
    return Runs.change(
        run,
        row -> true,
        row -> {
          List<Double> iterations = new ArrayList<>();
          for (double fork : row.forkMeans()) {
            for (int i = 0; i < ITERATIONS; i++) {
              iterations.add(fork * Math.exp(0.02 * noise.sample()));
            }
          }
          return Runs.with(row, Runs.mean(iterations), iterations);
        });
  }

  /** Gates out of a hundred that flag a row: any when nothing was cut, else one that was. */
  private static double rate(
      Machine machine, Margins margins, String design, double factor, boolean copy) {
    Predicate<JmhRow> victim = Runs.find(design);
    Predicate<GateRow> wanted =
        factor == 1
            ? row -> true
            : row -> row.design().equals(design) && row.row().benchmark().equals(Runs.FIND);
    int flagged = 0;
    for (int seed = 0; seed < GATES; seed++) {
      UniformRandomProvider random = Runs.random(seed);
      MeasuredRun baseline = run(machine, random);
      MeasuredRun candidate =
          Runs.change(copy ? baseline : run(machine, random), victim, Runs.speed(factor));
      GateReport report = Gate.compare(baseline, candidate, margins);
      if (report.rows(GateVerdict.REGRESSED).stream().anyMatch(wanted)) {
        flagged++;
      }
    }
    return 100.0 * flagged / GATES;
  }

  private static MeasuredRun run(Machine machine, UniformRandomProvider random) {
    ContinuousDistribution.Sampler sampler = Runs.noise(random);
    return Runs.quick(
        machine.name(),
        Runs.FORKS,
        new Runs.ForkNoise() {
          @Override
          public double ofFork(int threads) {
            double spread = threads == 1 ? machine.single() : machine.multi();
            return spread * sampler.sample() + burst(machine.forks());
          }

          @Override
          public double ofRow(int threads) {
            return burst(machine.rows());
          }

          private double burst(double size) {
            return size > 0 && random.nextDouble() < 0.1 ? size * sampler.sample() : 0;
          }
        });
  }
}
