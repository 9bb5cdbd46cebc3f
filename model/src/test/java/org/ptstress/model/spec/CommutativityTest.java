package org.ptstress.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.spec.Commutativity.Act;
import org.ptstress.model.spec.Commutativity.Op;

class CommutativityTest {
  @Test
  void readersOfATimerCommute() {
    assertThat(commute(Act.FIND, 0, Act.FIND, 0)).isTrue();
    assertThat(commute(Act.GETTIME, 0, Act.GETTIME, 0)).isTrue();
    assertThat(commute(Act.FIND, 0, Act.SETTIME, 0)).isTrue();
  }

  @Test
  void whoChangesATimerCommutesWithNobodyWhoSeesTheChange() {
    assertThat(commute(Act.GETTIME, 0, Act.SETTIME, 0)).isFalse();
    assertThat(commute(Act.SETTIME, 0, Act.SETTIME, 0)).isFalse();
    assertThat(commute(Act.FIND, 0, Act.DELETE, 0)).isFalse();
    assertThat(commute(Act.DELETE, 0, Act.DELETE, 0)).isFalse();
    assertThat(commute(Act.DELETE, 0, Act.DELETE, 1)).isTrue();
    assertThat(commute(Act.CREATE_AT, 9, Act.CREATE_AT, 9)).isFalse();
    assertThat(commute(Act.CREATE_AT, 9, Act.CREATE_AT, 10)).isTrue();
  }

  @Test
  void createsOfOneProcessAreOrderedByTheirIds() {
    for (IdPolicy policy : IdPolicy.values()) {
      Op create = new Op(Act.CREATE, 0, 0);
      assertThat(Commutativity.commute(policy, create, create))
          .as(policy.name())
          .isEqualTo(policy == IdPolicy.ANY_FREE);
      Op other = new Op(Act.CREATE, 1, 0);
      assertThat(Commutativity.commute(policy, create, other)).as(policy.name()).isTrue();
    }
  }

  @Test
  void aFreedIdComesBackAtOnceOnlyByPolicy() {
    Op delete = new Op(Act.DELETE, 0, 1);
    Op create = new Op(Act.CREATE, 0, 0);
    assertThat(Commutativity.commute(IdPolicy.LOWEST_FREE, delete, create)).isFalse();
    assertThat(Commutativity.commute(IdPolicy.NEXT, delete, create)).isTrue();
    assertThat(Commutativity.commute(IdPolicy.ANY_FREE, delete, create)).isTrue();
  }

  @Test
  void anExitCommutesWithCallsOfOthersOnly() {
    Op exit = new Op(Act.EXIT, 0, 0);
    assertThat(Commutativity.commute(IdPolicy.NEXT, new Op(Act.FIND, 0, 1), exit)).isFalse();
    assertThat(Commutativity.commute(IdPolicy.NEXT, new Op(Act.DELETE, 1, 1), exit)).isTrue();
  }

  private static boolean commute(Act first, int timer, Act second, int other) {
    return Commutativity.commute(IdPolicy.NEXT, new Op(first, 0, timer), new Op(second, 0, other));
  }
}
