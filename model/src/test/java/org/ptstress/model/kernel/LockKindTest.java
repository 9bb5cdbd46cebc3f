package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockKindTest {
  @Test
  void everyKindMakesItsOwnLock() {
    assertThat(LockKind.TICKET.newLock()).isInstanceOf(TicketLock.class);
    assertThat(LockKind.QUEUED.newLock()).isInstanceOf(QueuedLock.class);
    assertThat(LockKind.TEST_AND_SET.newLock()).isInstanceOf(TestAndSetLock.class);
  }

  @ParameterizedTest
  @EnumSource
  void twoLocksOfAKindAreIndependent(LockKind kind) {
    SpinLock first = kind.newLock();
    SpinLock second = kind.newLock();
    first.lock();
    second.lock();
    second.unlock();
    first.unlock();
    assertThat(first).isNotSameAs(second);
  }
}
