package org.ptstress.model.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.ReclamationKind;

class TimerSlabTest {
  private final Rcu rcu = ReclamationKind.GRACE_PERIOD.newRcu();
  private final TimerSlab slab = newSlab(ReclamationKind.GRACE_PERIOD);

  @Test
  void aNewTimerIsZeroFilled() {
    assertZeroFilled(slab.allocate());
  }

  @Test
  void aFreedTimerIsPoisoned() {
    KTimer timer = usedTimer();
    timer.reclaim();
    assertThat(timer.id()).isEqualTo(KTimer.POISON_ID);
    assertThat(timer.signal()).isEqualTo(KTimer.POISON);
    assertThat(timer.signalOpaque()).isEqualTo(KTimer.POISON);
    assertThat(timer.isFreed()).isTrue();
    TimerInfo info = new TimerInfo();
    timer.describe(info);
    assertThat(info.clock()).isNull();
    assertThat(info.sigevValue()).isEqualTo(KTimer.POISON);
    assertThat(info.overrun()).isEqualTo(KTimer.POISON_ID);
    assertThat(info.expiresNanos()).isEqualTo(KTimer.POISON);
    assertThat(info.intervalNanos()).isEqualTo(KTimer.POISON);
  }

  @Test
  void aRecycledTimerIsZeroFilledAgain() {
    KTimer timer = usedTimer();
    timer.reclaim();
    assertThat(slab.allocate()).isSameAs(timer);
    assertZeroFilled(timer);
  }

  @Test
  void theTimerFreedLastComesBackFirst() {
    KTimer first = slab.allocate();
    KTimer second = slab.allocate();
    KTimer third = slab.allocate();
    second.reclaim();
    third.reclaim();
    first.reclaim();
    assertThat(slab.allocate()).isSameAs(first);
    assertThat(slab.allocate()).isSameAs(third);
    assertThat(slab.allocate()).isSameAs(second);
    assertThat(slab.allocate()).isNotIn(first, second, third);
    assertThat(slab.firstCorruption()).isNull();
  }

  @Test
  void freeingTwiceIsReportedAndHandsTheTimerOutOnce() {
    KTimer timer = slab.allocate();
    timer.reclaim();
    timer.reclaim();
    assertThat(slab.firstCorruption()).isEqualTo(Corruption.DOUBLE_FREE);
    assertThat(slab.allocate()).isSameAs(timer);
    assertThat(slab.allocate()).isNotSameAs(timer);
  }

  /** Also where the caller drops what it reads, as lookups do. */
  @Test
  void useAfterFreeIsNoticed() {
    List<Consumer<KTimer>> uses =
        List.of(
            KTimer::id,
            KTimer::lock,
            KTimer::signal,
            KTimer::signalOpaque,
            KTimer::signalAcquire,
            KTimer::keyAcquire,
            timer -> timer.describe(new TimerInfo()));
    for (Consumer<KTimer> use : uses) {
      TimerSlab fresh = newSlab(ReclamationKind.GRACE_PERIOD);
      KTimer timer = fresh.allocate();
      use.accept(timer);
      assertThat(fresh.firstCorruption()).isNull();
      timer.reclaim();
      use.accept(timer);
      assertThat(fresh.firstCorruption()).isEqualTo(Corruption.USE_AFTER_FREE);
    }
  }

  @Test
  void whatIsFreedTwiceWasUsedForThat() {
    KTimer timer = slab.allocate();
    timer.reclaim();
    timer.lock();
    timer.reclaim();
    assertThat(slab.firstCorruption()).isEqualTo(Corruption.DOUBLE_FREE);
  }

  @Test
  void theFirstReportIsKept() {
    KTimer timer = slab.allocate();
    timer.report(Corruption.ENDLESS_CHAIN);
    timer.report(Corruption.USE_AFTER_FREE);
    assertThat(slab.firstCorruption()).isEqualTo(Corruption.ENDLESS_CHAIN);
  }

  @Test
  void allocatingFetchesTimersWhoseGracePeriodIsOver() {
    KTimer timer = slab.allocate();
    int section = rcu.readLock();
    rcu.call(timer);
    assertThat(slab.allocate()).isNotSameAs(timer);
    rcu.readUnlock(section);
    assertThat(slab.allocate()).isSameAs(timer);
  }

  @Test
  void theCollectorNeverReuses() {
    TimerSlab unpooled = newSlab(ReclamationKind.COLLECTOR);
    Rcu collector = ReclamationKind.COLLECTOR.newRcu();
    KTimer timer = unpooled.allocate();
    timer.setId(7);
    collector.call(timer);
    collector.barrier();
    assertThat(timer.isFreed()).isFalse();
    assertThat(timer.id()).isEqualTo(7);
    assertThat(unpooled.allocate()).isNotSameAs(timer);
  }

  @ParameterizedTest
  @EnumSource
  void everyTimerHasALockOfTheChosenKind(LockKind kind) {
    TimerSlab ofKind = new TimerSlab(kind, ReclamationKind.GRACE_PERIOD, rcu);
    KTimer first = ofKind.allocate();
    assertThat(first.lock()).hasSameClassAs(kind.newLock());
    assertThat(ofKind.allocate().lock()).isNotSameAs(first.lock());
  }

  private TimerSlab newSlab(ReclamationKind kind) {
    return new TimerSlab(LockKind.TICKET, kind, rcu);
  }

  private KTimer usedTimer() {
    KTimer timer = slab.allocate();
    timer.setId(5);
    timer.setSignal(0x1000);
    timer.initialise(ClockId.BOOTTIME, 77);
    timer.arm(10, 20);
    return timer;
  }

  private static void assertZeroFilled(KTimer timer) {
    TimerInfo info = new TimerInfo();
    timer.describe(info);
    assertThat(timer.isFreed()).isFalse();
    assertThat(timer.id()).isZero();
    assertThat(timer.signal()).isZero();
    assertThat(info.clock()).isNull();
    assertThat(info.sigevValue()).isZero();
    assertThat(info.overrun()).isZero();
    assertThat(info.expiresNanos()).isZero();
    assertThat(info.intervalNanos()).isZero();
  }
}
