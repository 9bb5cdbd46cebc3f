package org.ptstress.bench.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ptstress.run.measurement.Row;

final class ForkSelectionTest {
  private static final Row ALONE = find("A", 1);
  private static final Row PAIR_A = find("A", 2);
  private static final Row PAIR_B = find("B", 2);
  private static final Row CREATE =
      new Row("org.ptstress.bench.benchmark.CreateDeleteBenchmark.createDelete", "A", 512, 2);

  /** More forks than this make no difference to how many must be kept. */
  private static final int WANTED = 3;

  private final Map<Row, Integer> wanted = new LinkedHashMap<>();
  private final Map<Row, List<Fork>> forks = new LinkedHashMap<>();

  @Test
  void aForkBelow93PercentOfItsThreadsIsStolen() {
    assertThat(JmhForks.fork(PAIR_A, 1.85).isStolen()).isTrue();
    assertThat(JmhForks.fork(PAIR_A, 1.87).isStolen()).isFalse();
    assertThat(JmhForks.fork(ALONE, 0.92).isStolen()).isTrue();
    assertThat(JmhForks.fork(ALONE, 0.94).isStolen()).isFalse();
  }

  @Test
  void aForkWithoutCpuTimeIsNotStolen() {
    assertThat(JmhForks.fork(PAIR_A, Double.NaN).isStolen()).isFalse();
    assertThat(JmhForks.fork(PAIR_A, Double.NaN).isAccounted()).isFalse();
  }

  @Test
  void aForkThatSleepsIsNotStolen() {
    assertThat(Fork.isStolen(0.5, 0.2, 1)).isFalse();
    assertThat(Fork.isStolen(0.5, 0.3, 1)).isTrue();
  }

  @Test
  void leavesAStolenForkOut() {
    assertThat(samples(1.99, 1.30, 1.95, 1.92)).containsExactly(1.99, 1.95, 1.92);
    assertThat(samples(1.99, 1.30, 1.95)).containsExactly(1.99, 1.95);
  }

  /** The control: with nothing that marks it, the same stolen fork stays in. */
  @Test
  void wouldKeepTheStolenForkIfItsCpuTimeWereUnknown() {
    List<Fork> unmarked =
        List.of(
            JmhForks.fork(PAIR_A, 1.99),
            JmhForks.fork(PAIR_A, Double.NaN),
            JmhForks.fork(PAIR_A, 1.95));

    assertThat(ForkSelection.samples(unmarked, WANTED)).isEqualTo(unmarked);
  }

  @Test
  void keepsOneGoodForkRatherThanAddAStolenOne() {
    assertThat(samples(1.10, 1.50, 1.99, 1.40)).containsExactly(1.99);
  }

  @Test
  void keepsTheTwoLeastStolenForksOfARowThatHasNoOther() {
    assertThat(samples(1.10, 1.50, 1.20, 1.40)).containsExactly(1.50, 1.40);
  }

  @Test
  void keepsOneForkWhereOneWasWanted() {
    List<Fork> row = List.of(JmhForks.fork(PAIR_A, 1.10), JmhForks.fork(PAIR_A, 1.50));

    assertThat(ForkSelection.samples(row, 1)).containsExactly(row.get(1));
  }

  @Test
  void rerunsNothingWhenEachRowHasItsForks() {
    ran(PAIR_A, 2, 1.99, 1.20, 1.98);
    ran(ALONE, 2, 0.99, Double.NaN);

    assertThat(ForkSelection.rerun(wanted, forks)).isEmpty();
    assertThat(ForkSelection.lacking(wanted, forks)).isZero();
  }

  @Test
  void rerunsARowThatLacksAFork() {
    ran(ALONE, 2, 0.99, 0.98);
    ran(CREATE, 2, 1.99, 1.10);

    assertThat(ForkSelection.rerun(wanted, forks)).contains(CREATE);
    assertThat(ForkSelection.lacking(wanted, forks)).isEqualTo(1);
  }

  @Test
  void prefersLookupsByMoreThreadsThanOne() {
    ran(ALONE, 2, 0.20, 0.20);
    ran(CREATE, 2, 0.20, 0.20);
    ran(PAIR_A, 2, 1.99, 1.10, 1.10, 1.10);

    assertThat(ForkSelection.rerun(wanted, forks)).contains(PAIR_A);
    assertThat(ForkSelection.lacking(wanted, forks)).isEqualTo(5);
  }

  @Test
  void takesRowsInTurnsSoThatAHopelessOneDoesNotSpendEverything() {
    ran(PAIR_A, 2, 1.10, 1.10, 1.10);
    ran(PAIR_B, 2, 1.99, 1.10);

    assertThat(ForkSelection.rerun(wanted, forks)).contains(PAIR_B);
  }

  @Test
  void startsWithTheRowThatHasTheFewestForks() {
    ran(PAIR_A, 2, 1.99, 1.10);
    ran(PAIR_B, 2, 1.10, 1.10);

    assertThat(ForkSelection.rerun(wanted, forks)).contains(PAIR_B);
  }

  private void ran(Row row, int planned, double... cpus) {
    wanted.put(row, planned);
    forks.put(row, Arrays.stream(cpus).mapToObj(value -> JmhForks.fork(row, value)).toList());
  }

  private static List<Double> samples(double... cpus) {
    List<Fork> row = Arrays.stream(cpus).mapToObj(value -> JmhForks.fork(PAIR_A, value)).toList();
    return ForkSelection.samples(row, WANTED).stream().map(Fork::cpus).toList();
  }

  private static Row find(String design, int threads) {
    return new Row("org.ptstress.bench.benchmark.FindBenchmark.find", design, 512, threads);
  }
}
