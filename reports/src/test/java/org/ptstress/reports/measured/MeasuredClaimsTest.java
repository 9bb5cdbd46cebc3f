package org.ptstress.reports.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.reports.gate.Measurement;
import org.ptstress.stress.result.Evidence;
import org.ptstress.stress.result.RunStatus;

/** An interval decides a measured claim, or nothing does. */
class MeasuredClaimsTest {
  private static final Design RCU = Designs.named("RcuHash");

  @Test
  void aCostThatGrowsLikeTheChainsIsSteep() {
    Evidence evidence =
        only(Claim.FLAT_LOOKUP, finds("RcuHash", 512, 1, 100), finds("RcuHash", 65_536, 1, 1));
    assertThat(evidence.status()).isEqualTo(RunStatus.RUN);
    assertThat(evidence.broken()).isTrue();
    assertThat(evidence.witnesses().get(0).outcome()).contains("timers^0.95");
  }

  @Test
  void aCostThatGrowsLikeALogarithmIsFlat() {
    Evidence evidence =
        only(Claim.FLAT_LOOKUP, finds("RcuHash", 512, 1, 100), finds("RcuHash", 65_536, 1, 40));
    assertThat(evidence.status()).isEqualTo(RunStatus.RUN);
    assertThat(evidence.broken()).isFalse();
  }

  @Test
  void noiseAcrossTheBorderDecidesNothing() {
    Measurement few = row("RcuHash", 512, 1, List.of(100.0, 100.0, 100.0));
    Measurement many = row("RcuHash", 65_536, 1, List.of(2.0, 8.0, 40.0));
    Evidence evidence = only(Claim.FLAT_LOOKUP, few, many);
    assertThat(evidence.status()).isEqualTo(RunStatus.NOT_RUN);
    assertThat(evidence.reason()).contains("both sides");
  }

  @Test
  void oneRowBelowTheYardstickBreaksThePromise() {
    List<Evidence> evidence =
        about(
            Claim.AS_GOOD_AS_BEFORE,
            finds("GlobalIdr", 512, 1, 100),
            finds("GlobalIdr", 65_536, 1, 80),
            finds("RcuHash", 512, 1, 110),
            finds("RcuHash", 65_536, 1, 20));
    assertThat(evidence).extracting(Evidence::broken).containsExactly(false, true);
  }

  @Test
  void oneForkIsNoInterval() {
    Evidence evidence =
        only(
            Claim.FLAT_LOOKUP,
            row("RcuHash", 512, 1, List.of(100.0)),
            row("RcuHash", 65_536, 1, List.of(1.0)));
    assertThat(evidence.status()).isEqualTo(RunStatus.NOT_RUN);
  }

  @Test
  void withoutTheYardstickNothingIsCompared() {
    Evidence evidence = only(Claim.AS_GOOD_AS_BEFORE, finds("RcuHash", 512, 1, 100));
    assertThat(evidence.status()).isEqualTo(RunStatus.NOT_RUN);
    assertThat(evidence.reason()).contains("GlobalIdr");
  }

  @Test
  void withoutMeasurementsNothingIsDecided() {
    assertThat(only(Claim.FLAT_LOOKUP).status()).isEqualTo(RunStatus.NOT_RUN);
    assertThat(only(Claim.AS_GOOD_AS_BEFORE).status()).isEqualTo(RunStatus.NOT_RUN);
  }

  @Test
  void otherClaimsAreNotTheirBusiness() {
    assertThat(about(Claim.UNIQUE_IDS, finds("RcuHash", 512, 1, 1))).isEmpty();
  }

  @Test
  void theBoundsAreWelchs() {
    // Logs 1, 2, 3 against 0, 1, 2: difference 1, standard error sqrt(2/3), 4 degrees of freedom, t
    // = 2.131847.
    Bound bound =
        Bound.ofLogRatio(
            List.of(Math.exp(1), Math.exp(2), Math.exp(3)),
            List.of(Math.exp(0), Math.exp(1), Math.exp(2)));
    assertThat(bound.estimate()).isCloseTo(1, within());
    assertThat(bound.low()).isCloseTo(1 - 2.1318467863 * Math.sqrt(2.0 / 3), within());
    assertThat(bound.high()).isCloseTo(1 + 2.1318467863 * Math.sqrt(2.0 / 3), within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  private static Evidence only(Claim claim, Measurement... rows) {
    List<Evidence> evidence = about(claim, rows);
    assertThat(evidence).hasSize(1);
    return evidence.get(0);
  }

  private static List<Evidence> about(Claim claim, Measurement... rows) {
    return new MeasuredClaims(List.of(rows)).about(RCU, new Promise(claim, Expectation.HOLDS, ""));
  }

  private static Measurement finds(String design, int timers, int threads, double score) {
    List<Double> forks = new ArrayList<>();
    for (double noise : new double[] {0.98, 1.0, 1.02}) {
      forks.add(score * noise);
    }
    return row(design, timers, threads, forks);
  }

  private static Measurement row(String design, int timers, int threads, List<Double> forks) {
    double mean = forks.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return new Measurement(
        "org.ptstress.bench.FindBenchmark.find",
        design,
        Map.of("timers", Integer.toString(timers)),
        threads,
        mean,
        forks);
  }
}
