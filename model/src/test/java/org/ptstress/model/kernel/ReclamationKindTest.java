package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReclamationKindTest {
  @Test
  void immediateReclaimsUnderAReader() {
    Rcu rcu = ReclamationKind.IMMEDIATE.newRcu();
    AtomicInteger reclaimed = new AtomicInteger();
    int section = rcu.readLock();
    rcu.call(reclaimed::incrementAndGet);
    assertThat(reclaimed).hasValue(1);
    rcu.readUnlock(section);
    rcu.poll();
    rcu.barrier();
    assertThat(reclaimed).hasValue(1);
  }

  @Test
  void collectorNeverReclaims() {
    Rcu rcu = ReclamationKind.COLLECTOR.newRcu();
    AtomicInteger reclaimed = new AtomicInteger();
    rcu.readUnlock(rcu.readLock());
    rcu.call(reclaimed::incrementAndGet);
    rcu.poll();
    rcu.barrier();
    assertThat(reclaimed).hasValue(0);
  }

  @Test
  void onlyTheCollectorTakesFreedTimersAway() {
    assertThat(ReclamationKind.GRACE_PERIOD.reuses()).isTrue();
    assertThat(ReclamationKind.IMMEDIATE.reuses()).isTrue();
    assertThat(ReclamationKind.COLLECTOR.reuses()).isFalse();
  }
}
