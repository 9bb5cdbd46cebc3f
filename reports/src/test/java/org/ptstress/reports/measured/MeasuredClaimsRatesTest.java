package org.ptstress.reports.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** How often the question with further forks is answered right, on forks drawn by chance. */
class MeasuredClaimsRatesTest {
  private static final int RUNS = 400;
  private static final int FORKS = 3;
  private static final int LOOKS = 8;
  private static final int FURTHER = 2;
  private static final int ROWS_BESIDE = 10;

  private static final Design DESIGN = Designs.named("ProcessIdr");
  private static final Promise PROMISE =
      new Promise(Claim.AS_GOOD_AS_BEFORE, Expectation.HOLDS, "");

  private final Random random = new Random(2012);

  @ParameterizedTest(name = "ratio {0}, noise {1}: at most {2} accused, {3} acquitted, {4} open")
  @CsvSource({
    "1.00, 0.03, 0.00, 1.00, 0.00",
    "1.00, 0.20, 0.01, 1.00, 0.02",
    "0.90, 0.20, 0.05, 1.00, 0.05",
    "0.70, 0.03, 1.00, 0.00, 0.00",
    "0.55, 0.05, 1.00, 0.00, 0.00",
    "0.55, 0.20, 1.00, 0.02, 0.05",
    "0.30, 0.20, 1.00, 0.00, 0.00",
  })
  void answersAreRarelyWrong(
      double ratio, double noise, double accused, double acquitted, double open) {
    int broken = 0;
    int undecided = 0;
    for (int run = 0; run < RUNS; run++) {
      Evidence answer = answer(ratio, noise);
      broken += answer.broken() ? 1 : 0;
      undecided += answer.status() == RunStatus.NOT_RUN ? 1 : 0;
    }
    int held = RUNS - broken - undecided;
    String rates =
        String.format(Locale.ROOT, "%d accused, %d acquitted, %d open", broken, held, undecided);
    assertThat(broken / (double) RUNS).as(rates).isLessThanOrEqualTo(accused);
    assertThat(held / (double) RUNS).as(rates).isLessThanOrEqualTo(acquitted);
    assertThat(undecided / (double) RUNS).as(rates).isLessThanOrEqualTo(open);
  }

  private Evidence answer(double ratio, double noise) {
    List<Double> before = forks(1, noise, FORKS);
    List<Double> now = forks(ratio, noise, FORKS);
    List<JmhRow> beside = new ArrayList<>();
    for (int i = 0; i < ROWS_BESIDE; i++) {
      beside.add(row("Other" + i, forks(1, noise, FORKS)));
    }
    MeasuredClaims claims = claims(beside, before, now);
    for (int look = 0; look < LOOKS && !lacking(claims).isEmpty(); look++) {
      before.addAll(forks(1, noise, FURTHER));
      now.addAll(forks(ratio, noise, FURTHER));
      claims = claims(beside, before, now);
    }
    return claims.about(DESIGN.name(), PROMISE).get(0);
  }

  private static Set<JmhRow> lacking(MeasuredClaims claims) {
    return claims.lacking(DESIGN, PROMISE);
  }

  private static MeasuredClaims claims(List<JmhRow> beside, List<Double> before, List<Double> now) {
    List<JmhRow> rows = new ArrayList<>(beside);
    rows.add(row(Designs.YARDSTICK, before));
    rows.add(row(DESIGN.name(), now));
    return new MeasuredClaims(rows);
  }

  private List<Double> forks(double mean, double noise, int count) {
    List<Double> forks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      forks.add(mean * Math.exp(noise * random.nextGaussian()));
    }
    return forks;
  }

  private static JmhRow row(String design, List<Double> forks) {
    return JmhRows.of(
        new Row("org.ptstress.bench.FindBenchmark.find", design, 512, 1), 1, forks, 0);
  }
}
