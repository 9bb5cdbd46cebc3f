package org.ptstress.reports.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.JmhRow;
import org.ptstress.run.result.JmhRows;
import org.ptstress.run.result.Row;
import org.ptstress.run.result.RunStatus;

/** An interval decides a measured claim, or nothing does. */
class MeasuredClaimsTest {
  private static final String FIND = "org.ptstress.bench.FindBenchmark.find";

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
    JmhRow few = row("RcuHash", 512, 1, List.of(100.0, 100.0, 100.0));
    JmhRow many = row("RcuHash", 65_536, 1, List.of(2.0, 8.0, 40.0));
    Evidence evidence = only(Claim.FLAT_LOOKUP, few, many);
    assertThat(evidence.status()).isEqualTo(RunStatus.NOT_RUN);
    assertThat(evidence.reason()).contains("too wide");
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
  void forksWithoutTheirCpusAreNoEvidence() {
    JmhRow stolen =
        JmhRows.of(new Row(FIND, "RcuHash", 512, 2), 100, List.of(90.0, 100.0, 110.0), 3);
    Evidence evidence = only(Claim.AS_GOOD_AS_BEFORE, finds("GlobalIdr", 512, 2, 100), stolen);
    assertThat(evidence.status()).isEqualTo(RunStatus.NOT_RUN);
    assertThat(evidence.reason()).contains("other programs had the CPUs");
    assertThat(evidence.samples()).isEqualTo(3);
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
  void whatIsUndecidedLacksForksOfBothRows() {
    JmhRow design = row("RcuHash", 512, 1, List.of(50.0, 90.0, 160.0));
    JmhRow before = finds("GlobalIdr", 512, 1, 100);
    for (Expectation expectation : List.of(Expectation.HOLDS, Expectation.BROKEN)) {
      assertThat(lacking(Claim.AS_GOOD_AS_BEFORE, expectation, design, before))
          .as(expectation.name())
          .containsExactly(design, before);
    }
  }

  /** Runs of all sizes are to judge by the same. */
  @Test
  void onlyTheFewestTimersAndTheMostByOneThreadAreCompared() {
    JmhRow[] rows = {
      finds("RcuHash", 512, 1, 100),
      finds("RcuHash", 512, 2, 100),
      finds("RcuHash", 16_384, 1, 1),
      finds("RcuHash", 65_536, 1, 100),
      finds("RcuHash", 65_536, 2, 1),
      finds("GlobalIdr", 512, 1, 100),
      finds("GlobalIdr", 512, 2, 100),
      finds("GlobalIdr", 16_384, 1, 100),
      finds("GlobalIdr", 65_536, 1, 100),
      finds("GlobalIdr", 65_536, 2, 100),
    };
    assertThat(about(Claim.AS_GOOD_AS_BEFORE, rows)).hasSize(3).noneMatch(Evidence::broken);
  }

  @Test
  void whatContradictsThePromiseIsMeasuredAgain() {
    JmhRow slow = finds("RcuHash", 512, 1, 75);
    JmhRow good = finds("RcuHash", 512, 2, 110);
    JmhRow before = finds("GlobalIdr", 512, 1, 100);
    JmhRow beforeByTwo = finds("GlobalIdr", 512, 2, 100);
    JmhRow[] rows = {slow, good, before, beforeByTwo};
    assertThat(lacking(Claim.AS_GOOD_AS_BEFORE, Expectation.HOLDS, rows))
        .containsExactly(slow, before);
    assertThat(lacking(Claim.AS_GOOD_AS_BEFORE, Expectation.BROKEN, rows)).isEmpty();
    JmhRow[] onlyGood = {good, beforeByTwo};
    assertThat(lacking(Claim.AS_GOOD_AS_BEFORE, Expectation.BROKEN, onlyGood))
        .containsExactly(good, beforeByTwo);
    assertThat(lacking(Claim.AS_GOOD_AS_BEFORE, Expectation.HOLDS, onlyGood)).isEmpty();
  }

  @Test
  void whatContradictsThePromiseBeyondDoubtIsMeasuredTwice() {
    JmhRow open = row("RcuHash", 512, 2, List.of(50.0, 90.0, 160.0));
    JmhRow beforeByTwo = finds("GlobalIdr", 512, 2, 100);
    JmhRow once = finds("RcuHash", 512, 1, 20);
    JmhRow before = finds("GlobalIdr", 512, 1, 100);
    JmhRow twice = row("RcuHash", 512, 1, List.of(19.0, 20.0, 21.0, 20.0));
    JmhRow beforeTwice = row("GlobalIdr", 512, 1, List.of(99.0, 100.0, 101.0, 100.0));
    assertThat(lacking(Claim.AS_GOOD_AS_BEFORE, Expectation.HOLDS, once, before, open, beforeByTwo))
        .containsExactly(once, before, open, beforeByTwo);
    assertThat(
            lacking(
                Claim.AS_GOOD_AS_BEFORE, Expectation.HOLDS, twice, beforeTwice, open, beforeByTwo))
        .isEmpty();
    assertThat(
            lacking(Claim.AS_GOOD_AS_BEFORE, Expectation.HOLDS, twice, before, open, beforeByTwo))
        .as("one row measured once")
        .hasSize(4);
    assertThat(
            lacking(Claim.FLAT_LOOKUP, Expectation.HOLDS, twice, finds("RcuHash", 65_536, 1, 0.1)))
        .as("no border of growth lies beyond doubt")
        .hasSize(2);
  }

  private static Set<JmhRow> lacking(Claim claim, Expectation expectation, JmhRow... rows) {
    return new MeasuredClaims(List.of(rows))
        .lacking(RCU, new Promise(claim, expectation, "for a test"));
  }

  private static Evidence only(Claim claim, JmhRow... rows) {
    List<Evidence> evidence = about(claim, rows);
    assertThat(evidence).hasSize(1);
    return evidence.get(0);
  }

  private static List<Evidence> about(Claim claim, JmhRow... rows) {
    return new MeasuredClaims(List.of(rows))
        .about(RCU.name(), new Promise(claim, Expectation.HOLDS, ""));
  }

  private static JmhRow finds(String design, int timers, int threads, double score) {
    List<Double> forks = new ArrayList<>();
    for (double noise : new double[] {0.98, 1.0, 1.02}) {
      forks.add(score * noise);
    }
    return row(design, timers, threads, forks);
  }

  private static JmhRow row(String design, int timers, int threads, List<Double> forks) {
    return JmhRows.of(new Row(FIND, design, timers, threads), forks);
  }
}
