package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ptstress.run.measurement.Row;

class FullSpeedTest {
  private static final int ITERATIONS = 32;
  private static final double PROBE = 500;

  private final Random random = new Random(2025);
  private final FullSpeed fullSpeed = new FullSpeed();

  /** A fork of which so many of the first iterations have a neighbour, who halves their speed. */
  private ForkScores fork(double speed, int disturbed, int threads) {
    List<Double> iterations = new ArrayList<>();
    List<Double> probes = new ArrayList<>();
    for (int i = 0; i < ITERATIONS; i++) {
      double machine = i < disturbed ? 0.55 : 1;
      iterations.add(speed * machine * Math.exp(0.03 * random.nextGaussian()));
      probes.add(PROBE / machine * Math.exp(0.04 * Math.abs(random.nextGaussian())));
    }
    return fullSpeed.judge(iterations, probes, threads, true);
  }

  @Test
  void onlyCalmIterationsCount() {
    ForkScores fork = fork(1e8, 24, 1);
    assertThat(fork.valid()).isTrue();
    assertThat(fork.undisturbed()).isEqualTo(fork.iterations().subList(24, ITERATIONS));
    assertThat(fork.score()).isBetween(0.97e8, 1.03e8);
  }

  @Test
  void aForkWithHardlyAnyIsNoSample() {
    assertThat(fork(1e8, 28, 1).valid()).isTrue();
    assertThat(fork(1e8, 29, 1).valid()).isFalse();
  }

  /** All of its iterations look alike; the speed is known from the fork before. */
  @Test
  void aForkThatWasDisturbedThroughoutIsNoSample() {
    assertThat(fork(1e8, 0, 1).valid()).isTrue();
    assertThat(fork(1e8, ITERATIONS, 1).valid()).isFalse();
  }

  /** The control of the rule: it may look at the machine only. */
  @Test
  void slowCodeIsNotTakenForASlowMachine() {
    assertThat(fork(1e8, 0, 1).valid()).isTrue();
    ForkScores slow = fork(0.4e8, 0, 1);
    assertThat(slow.valid()).isTrue();
    assertThat(slow.undisturbed()).hasSize(ITERATIONS);
  }

  /** What slows every other iteration is seen, as it is not by an upper quartile. */
  @Test
  void codeThatIsSlowInMostIterationsIsSeen() {
    List<Double> iterations = new ArrayList<>();
    List<Double> probes = new ArrayList<>();
    for (int i = 0; i < ITERATIONS; i++) {
      iterations.add(i % 5 < 3 ? 0.8e8 : 1e8);
      probes.add(PROBE);
    }
    assertThat(fullSpeed.judge(iterations, probes, 1, true).score()).isEqualTo(0.8e8);
    assertThat(new ForkScores(iterations, 1, true).score()).isEqualTo(1e8);
  }

  @Test
  void severalThreadsAndForksWithoutProbesAreLeftAlone() {
    assertThat(fork(1e8, ITERATIONS, 2).valid()).isTrue();
    assertThat(fork(1e8, ITERATIONS, 2).isProbed()).isFalse();
    assertThat(fullSpeed.judge(List.of(1.0), List.of(), 1, true).isProbed()).isFalse();
    assertThat(fullSpeed.judge(List.of(1.0), List.of(1.0), 1, false).valid()).isFalse();
  }

  /** A jar from before the probe: both sides are then scored by the older rule. */
  @Test
  void aPairIsScoredByOneRule() {
    Pairs pairs = new Pairs();
    ForkScores probed = fork(1e8, 20, 1);
    ForkScores plain = new ForkScores(probed.iterations(), 1, true);
    pairs.add(plain, probed);
    assertThat(pairs.logRatios()).containsExactly(0.0);
  }

  /** On a machine that is disturbed more than half of the time. */
  @Test
  void theGateSeesTenPerCentBesideANeighbour() throws Exception {
    assertThat(verdict(1 / 1.1, true)).isEqualTo(GateVerdict.REGRESSED);
    assertThat(verdict(1, true)).isEqualTo(GateVerdict.UNCHANGED);
    assertThat(verdict(1 / 1.1, false)).as("without probes").isEqualTo(GateVerdict.INCONCLUSIVE);
  }

  private GateVerdict verdict(double speed, boolean probed) throws Exception {
    return new PairedGate(
            request -> disturbed(1e8, probed),
            request -> disturbed(1e8 * speed, probed),
            new Margins(0.05, 0.15),
            StoppingRule.DEFAULT,
            (done, total, what) -> {})
        .compare(List.of(new Row("Benchmark.find", "A", 0, 1)))
        .get(0)
        .verdict();
  }

  private ForkScores disturbed(double speed, boolean probed) {
    double noise = Math.exp(0.03 * random.nextGaussian());
    ForkScores fork = fork(speed * noise, random.nextInt(ITERATIONS + 1), 1);
    return probed ? fork : fork.withoutProbes();
  }
}
