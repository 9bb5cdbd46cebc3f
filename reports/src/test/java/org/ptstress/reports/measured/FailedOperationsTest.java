package org.ptstress.reports.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.measurement.JmhRows;
import org.ptstress.run.measurement.Row;
import org.ptstress.run.result.Evidence;

class FailedOperationsTest {
  private static JmhRow row(String benchmark, Map<String, Double> secondary) {
    return JmhRows.of(
        new Row(benchmark, "MyTable", 65_536, 1),
        "thrpt",
        "ops/s",
        1.5,
        List.of(List.of(1.0), List.of(2.0)),
        secondary);
  }

  private static List<Evidence> about(Claim claim, JmhRow... rows) {
    return new FailedOperations(List.of(rows))
        .about("MyTable", new Promise(claim, Expectation.HOLDS, ""));
  }

  @Test
  void aLookupThatMissesIsAWitness() {
    JmhRow find = row("FindBenchmark.find", Map.of("failed", 0.25));
    List<Evidence> found = about(Claim.NO_LOST_TIMER, find);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).broken()).isTrue();
    assertThat(found.get(0).samples()).isEqualTo(2);
    assertThat(found.get(0).scenario())
        .isEqualTo("FindBenchmark.find of MyTable with 65536 timers at 1 thread");
    assertThat(found.get(0).witnesses().get(0).outcome())
        .isEqualTo("1 a second: lookups did not find a live timer");
    assertThat(about(Claim.UNIQUE_IDS, find)).isEmpty();
    assertThat(new FailedOperations(List.of(find)).sentences())
        .containsExactly(
            "FindBenchmark.find of MyTable with 65536 timers at 1 thread:"
                + " NO_LOST_TIMER: lookups did not find a live timer");
  }

  @Test
  void othersBreakOtherClaims() {
    assertThat(
            about(
                Claim.EAGAIN_ONLY_WHEN_FULL,
                row("CreateDeleteBenchmark.createDelete", Map.of("failed", 3.0))))
        .hasSize(1);
    assertThat(about(Claim.NO_STALE_FIND, row("FindBenchmark.miss", Map.of("failed", 3.0))))
        .hasSize(1);
    JmhRow refused =
        row("ReadersWriterBenchmark.findBesideCreateDelete", Map.of("failed", 0.0, "refused", 3.0));
    assertThat(about(Claim.EAGAIN_ONLY_WHEN_FULL, refused)).hasSize(1);
    assertThat(about(Claim.NO_LOST_TIMER, refused)).isEmpty();
  }

  @Test
  void aBenchmarkThatNobodyKnowsIsNamedAllTheSame() {
    JmhRow unknown = row("SomeBenchmark.call", Map.of("failed", 3.0));
    assertThat(new FailedOperations(List.of(unknown)).sentences())
        .containsExactly(
            "SomeBenchmark.call of MyTable with 65536 timers at 1 thread:"
                + " operations failed, though none may");
  }

  @Test
  void withoutFailuresThereIsNothingToSay() {
    JmhRow sound = row("FindBenchmark.find", Map.of("failed", 0.0));
    assertThat(about(Claim.NO_LOST_TIMER, sound)).isEmpty();
    assertThat(new FailedOperations(List.of(sound)).sentences()).isEmpty();
  }
}
