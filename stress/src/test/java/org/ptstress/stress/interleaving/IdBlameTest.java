package org.ptstress.stress.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.kernel.Errno;
import org.ptstress.stress.interleaving.IdBlame.IdCall;

class IdBlameTest {
  private static final int FULL = -Errno.EAGAIN;

  private static IdCall take(int result) {
    return new IdCall(true, result);
  }

  private static Set<Claim> blame(List<IdCall> one, List<IdCall> other) {
    return new IdBlame(2).claims(List.of(take(0)), List.of(one, other));
  }

  @Test
  void oneIdForTwoBreaksUniqueIds() {
    assertThat(blame(List.of(take(1)), List.of(take(1)))).containsExactly(Claim.UNIQUE_IDS);
  }

  @Test
  void refusalThatNoOrderExplainsBreaksOnlyThatClaim() {
    assertThat(blame(List.of(take(FULL)), List.of())).containsExactly(Claim.EAGAIN_ONLY_WHEN_FULL);
    assertThat(blame(List.of(take(FULL)), List.of(take(1)))).isEmpty();
  }

  @Test
  void exceptionBreaksNeither() {
    assertThat(blame(List.of(take(IdTable.THREW)), List.of(take(0))))
        .containsExactly(Claim.CALLS_END);
  }

  @Test
  void idThatIsFreeButNotTheNextOneBreaksNone() {
    assertThat(blame(List.of(take(7)), List.of(new IdCall(false, 7)))).isEmpty();
  }
}
