package org.ptstress.run.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.run.cost.CountedClaims.Answer;

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
    Answer answer = find(pair);
    assertThat(answer.broken()).isTrue();
    assertThat(answer.detail())
        .isEqualTo(
            "find and find (same timer) share table.lookups: RMW | load, in 1 of 100 states");
    PairRow free = pair(Operation.FIND, Operation.FIND, Relation.SAME_TIMER, 100);
    assertThat(find(free).broken()).isFalse();
    assertThat(find(free).samples()).isEqualTo(100);
  }

  @Test
  void nothingIsSaidWithoutStates() {
    assertThat(find(creates(100)).problem()).isEqualTo("no state was recorded");
  }

  @Test
  void createsMayCollideTwice() {
    assertThat(Scaling.create(conflicts(creates(98))).broken()).isFalse();
    assertThat(Scaling.create(conflicts(creates(97))).broken()).isTrue();
    PairRow own = pair(Operation.CREATE, Operation.DELETE, Relation.SAME_PROCESS, 0, LOCK);
    assertThat(Scaling.create(conflicts(creates(100), own)).broken()).as("one process").isFalse();
  }

  private static PairRow creates(int free) {
    return pair(Operation.CREATE, Operation.DELETE, Relation.OTHER_PROCESS, free, READ);
  }

  @Test
  void theSentenceNamesWhatStandsInTheWayMost() {
    PairRow pair =
        pair(Operation.CREATE, Operation.CREATE, Relation.OTHER_PROCESS, 0, READ, WRITTEN, LOCK);
    assertThat(Scaling.create(conflicts(pair)).detail())
        .contains("share table.lock.serving: load | store, in 100 of 100");
  }

  @Test
  void aFindMayReadWhatAChangeWritesUnlessItIsALock() {
    assertThat(beside(READ)).isTrue();
    assertThat(beside(WRITTEN)).isFalse();
    assertThat(beside(LOCK)).isFalse();
    PairRow same = pair(Operation.FIND, Operation.DELETE, Relation.SAME_TIMER, 0, LOCK);
    PairRow free = pair(Operation.FIND, Operation.DELETE, Relation.OTHER_PROCESS, 100);
    assertThat(Scaling.findBesideChange(conflicts(same, free)).broken()).isFalse();
  }

  private static boolean beside(Culprit culprit) {
    PairRow pair = pair(Operation.FIND, Operation.CREATE, Relation.OTHER_PROCESS, 98, culprit);
    return !Scaling.findBesideChange(conflicts(pair)).broken();
  }

  private static PairRow pair(
      Operation first, Operation second, Relation relation, int free, Culprit... culprits) {
    return new PairRow(first, second, relation, true, 100, free, false, List.of(culprits));
  }

  private static Answer find(PairRow pair) {
    Accesses none = new Accesses("D", "", null, null, List.of(), List.of());
    return Scaling.find(new DesignCosts(none, conflicts(pair)));
  }

  private static Conflicts conflicts(PairRow... pairs) {
    return new Conflicts("D", "", List.of(pairs));
  }
}
