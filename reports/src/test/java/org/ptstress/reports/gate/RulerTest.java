package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.gate.Ruler.RulerFork;
import org.ptstress.run.measurement.Row;

/** The ruler with forks of chance, which differ by three per cent. */
class RulerTest {
  private static final Row FIND = new Row("org.example.B.find", "A", 0, 1);
  private static final Row PAIRS = new Row("org.example.B.pairs", "A", 0, 2);

  private final Chance chance = new Chance();
  private final Ruler ruler = new Ruler(List.of(FIND, PAIRS), Margins.PAIRED);

  @BeforeEach
  void measure() throws Exception {
    for (int i = 0; i < Ruler.FEWEST; i++) {
      ruler.measure((row, side) -> chance.fork(side.percent() / 100.0, 0.03, true));
    }
  }

  private int count(Row row, RulerFork side, GateVerdict verdict) throws Exception {
    return Collections.frequency(ruler.verdicts(row, side), verdict);
  }

  @Test
  void theGateNeitherCriesWolfNorSleeps() throws Exception {
    assertThat(ruler.verdicts(FIND, RulerFork.SAME)).hasSize(2 * Ruler.FEWEST);
    assertThat(count(FIND, RulerFork.SAME, GateVerdict.REGRESSED)).isZero();
    assertThat(count(FIND, RulerFork.TWENTY, GateVerdict.REGRESSED)).isEqualTo(Ruler.FEWEST);
    assertThat(count(FIND, RulerFork.FIVE, GateVerdict.INCONCLUSIVE)).isPositive();
    assertThat(ruler.slowdown(FIND, RulerFork.SAME)).isBetween(-0.02, 0.02);
    assertThat(ruler.slowdown(FIND, RulerFork.TWENTY)).isBetween(0.17, 0.23);
  }

  @Test
  void everyBenchmarkHasItsMargin() throws Exception {
    assertThat(count(FIND, RulerFork.TEN, GateVerdict.REGRESSED)).isGreaterThan(30);
    assertThat(count(PAIRS, RulerFork.TEN, GateVerdict.REGRESSED)).isZero();
  }

  @Test
  void roundsAlternateTheirOrderAndCountWhereAllForksDo() throws Exception {
    List<RulerFork> order = new ArrayList<>();
    Ruler one = new Ruler(List.of(FIND), Margins.PAIRED);
    for (int i = 0; i < 2; i++) {
      one.measure(
          (row, side) -> {
            order.add(side);
            return chance.fork(0, 0, order.size() <= 5 || side != RulerFork.FIVE);
          });
    }
    assertThat(order.subList(0, 5)).containsExactly(RulerFork.values());
    assertThat(order.subList(5, 9))
        .containsExactly(RulerFork.TWENTY, RulerFork.TEN, RulerFork.SAME, RulerFork.BASE);
    assertThat(one.count(FIND)).isOne();
  }
}
