package org.ptstress.model.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.support.InParallel;

class ProcessTest {
  private static final long ADDRESS = 0xffff888012345680L;

  private final Process process = new Process(ADDRESS, 2, LockKind.TICKET);
  private final TimerSlab slab =
      new TimerSlab(LockKind.TICKET, ReclamationKind.COLLECTOR, ReclamationKind.COLLECTOR.newRcu());

  @Test
  void anAddressIsEvenAndNotZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Process(0, 1, LockKind.TICKET))
        .withMessageContaining("0x0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Process(ADDRESS | 1, 1, LockKind.TICKET))
        .withMessageContaining("ffff888012345681");
  }

  @Test
  void aLimitIsNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Process(ADDRESS, -1, LockKind.TICKET))
        .withMessageContaining("-1");
    assertThat(new Process(ADDRESS, 0, LockKind.TICKET).chargeSignal()).isFalse();
  }

  @Test
  void aProcessThatDoesNotSayOtherwiseIsInTheInitialNamespace() {
    assertThat(process.namespace()).isEqualTo(Process.INITIAL_NAMESPACE);
    assertThat(new Process(ADDRESS, 1, LockKind.TICKET, 7).namespace()).isEqualTo(7);
  }

  @Test
  void aFailedChargeIsNotKept() {
    assertThat(process.chargeSignal()).isTrue();
    assertThat(process.chargeSignal()).isTrue();
    assertThat(process.chargeSignal()).isFalse();
    assertThat(process.signalsCharged()).isEqualTo(2);
    process.unchargeSignal();
    assertThat(process.chargeSignal()).isTrue();
  }

  @Test
  void theListHoldsTheLastLinkedFirst() {
    KTimer a = link();
    KTimer b = link();
    KTimer c = link();
    assertThat(list()).containsExactly(c, b, a);
  }

  @Test
  void timersLeaveTheListFromAnyPlace() {
    KTimer a = link();
    KTimer b = link();
    KTimer c = link();
    KTimer d = link();
    process.unlink(b);
    assertThat(list()).containsExactly(d, c, a);
    process.unlink(d);
    assertThat(list()).containsExactly(c, a);
    process.unlink(a);
    assertThat(list()).containsExactly(c);
    process.unlink(c);
    assertThat(list()).isEmpty();
    process.link(b);
    assertThat(list()).containsExactly(b);
  }

  @Test
  void theCounterGivesEveryValueOnceAndWrapsAt32Bits() {
    process.setNextTimerIdOpaque(Integer.MAX_VALUE);
    assertThat(process.getAndIncrementTimerId()).isEqualTo(Integer.MAX_VALUE);
    assertThat(process.getAndIncrementTimerId()).isEqualTo(Integer.MIN_VALUE);
    assertThat(process.nextTimerId()).isEqualTo(Integer.MIN_VALUE + 1);
    process.setNextTimerId(-1);
    assertThat(process.nextTimerIdOpaque()).isEqualTo(-1);
    assertThat(process.getAndIncrementTimerId()).isEqualTo(-1);
    assertThat(process.nextTimerId()).isZero();
  }

  @Test
  void aDyingProcessLetsNoThreadIn() {
    assertThat(process.enterSyscall()).isTrue();
    process.leaveSyscall();
    process.killThreads();
    assertThat(process.isExiting()).isTrue();
    assertThat(process.enterSyscall()).isFalse();
  }

  @Test
  void killingWaitsForAThreadInside() throws Exception {
    AtomicBoolean left = new AtomicBoolean();
    CountDownLatch inside = new CountDownLatch(1);
    InParallel.<Boolean>run(
        List.of(
            () -> {
              assertThat(process.enterSyscall()).isTrue();
              inside.countDown();
              Thread.sleep(20);
              left.set(true);
              process.leaveSyscall();
              return true;
            },
            () -> {
              inside.await();
              process.killThreads();
              assertThat(left).isTrue();
              return true;
            }));
  }

  private KTimer link() {
    KTimer timer = slab.allocate();
    process.link(timer);
    return timer;
  }

  private List<KTimer> list() {
    List<KTimer> timers = new ArrayList<>();
    process.forEachTimer(
        timer -> {
          assertThat(timer.previousOfOwner)
              .isSameAs(timers.isEmpty() ? null : timers.get(timers.size() - 1));
          timers.add(timer);
        });
    return timers;
  }
}
