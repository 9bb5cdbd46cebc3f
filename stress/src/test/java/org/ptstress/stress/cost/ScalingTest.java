package org.ptstress.stress.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What pairs make of the ways to scale. */
class ScalingTest {
  private static final Culprit LOCK =
      new Culprit("table.lock.serving", Part.TABLE, true, false, "load | store", 100);

  private static final Culprit WRITTEN =
      new Culprit("table.lookups", Part.TABLE, false, true, "RMW | load", 100);

  private static final Culprit READ =
      new Culprit("table.heads[].next", Part.TABLE, false, false, "load | store", 2);

  @Test
  void findsMustBeFreeWithoutException() {
    PairRow pair = pair(Operation.FIND, Operation.FIND, Relation.SAME_TIMER, 99, WRITTEN);
    assertThat(Scaling.SCALABLE_FIND.brokenBy(costs(pair)))
        .hasValue("find and find (same timer) share table.lookups: RMW | load, in 1 of 100 states");
    PairRow free = pair(Operation.FIND, Operation.FIND, Relation.SAME_TIMER, 100);
    assertThat(Scaling.SCALABLE_FIND.brokenBy(costs(free))).isEmpty();
  }

  @Test
  void createsMayCollideTwice() {
    assertThat(Scaling.SCALABLE_CREATE.brokenBy(costs(creates(98)))).isEmpty();
    assertThat(Scaling.SCALABLE_CREATE.brokenBy(costs(creates(97)))).isPresent();
    PairRow own = pair(Operation.CREATE, Operation.DELETE, Relation.SAME_PROCESS, 0, LOCK);
    assertThat(Scaling.SCALABLE_CREATE.brokenBy(costs(own))).as("one process").isEmpty();
  }

  private static PairRow creates(int free) {
    return pair(Operation.CREATE, Operation.DELETE, Relation.OTHER_PROCESS, free, READ);
  }

  @Test
  void theSentenceNamesWhatStandsInTheWayMost() {
    PairRow pair =
        pair(Operation.CREATE, Operation.CREATE, Relation.OTHER_PROCESS, 0, READ, WRITTEN, LOCK);
    assertThat(Scaling.SCALABLE_CREATE.brokenBy(costs(pair)).orElseThrow())
        .contains("share table.lock.serving: load | store, in 100 of 100");
  }

  @Test
  void aFindMayReadWhatAChangeWritesUnlessItIsALock() {
    assertThat(beside(READ)).isTrue();
    assertThat(beside(WRITTEN)).isFalse();
    assertThat(beside(LOCK)).isFalse();
    PairRow same = pair(Operation.FIND, Operation.DELETE, Relation.SAME_TIMER, 0, LOCK);
    assertThat(Scaling.FIND_BESIDE_CHANGE.brokenBy(costs(same))).isEmpty();
  }

  private static boolean beside(Culprit culprit) {
    PairRow pair = pair(Operation.FIND, Operation.CREATE, Relation.OTHER_PROCESS, 98, culprit);
    return Scaling.FIND_BESIDE_CHANGE.brokenBy(costs(pair)).isEmpty();
  }

  private static PairRow pair(
      Operation first, Operation second, Relation relation, int free, Culprit... culprits) {
    return new PairRow("D", first, second, relation, true, 100, free, false, List.of(culprits));
  }

  private static DesignCosts costs(PairRow pair) {
    return new DesignCosts("D", "", List.of(), List.of(), List.of(pair));
  }
}
