package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ptstress.model.support.InParallel;

class TrackingRcuTest {
  private final Rcu rcu = ReclamationKind.GRACE_PERIOD.newRcu();
  private final AtomicInteger reclaimed = new AtomicInteger();

  @Test
  void reclaimsAtOnceWithoutReaders() {
    rcu.call(reclaimed::incrementAndGet);
    assertThat(reclaimed).hasValue(1);
  }

  @Test
  void waitsForAReaderThatWasOpen() {
    int section = rcu.readLock();
    rcu.call(reclaimed::incrementAndGet);
    rcu.poll();
    assertThat(reclaimed).hasValue(0);

    rcu.readUnlock(section);
    assertThat(reclaimed).as("nothing runs before a poll").hasValue(0);
    rcu.poll();
    assertThat(reclaimed).hasValue(1);
  }

  @Test
  void doesNotWaitForALaterReader() {
    int early = rcu.readLock();
    rcu.call(reclaimed::incrementAndGet);
    int late = rcu.readLock();
    rcu.readUnlock(early);
    rcu.poll();
    assertThat(reclaimed).hasValue(1);
    rcu.readUnlock(late);
  }

  /** The new section uses the slot of the one that the callback waits for. */
  @Test
  void doesNotTakeALaterReaderForTheEarlierOne() {
    int early = rcu.readLock();
    rcu.call(reclaimed::incrementAndGet);
    rcu.readUnlock(early);
    int late = rcu.readLock();
    assertThat(late).isEqualTo(early);
    rcu.poll();
    assertThat(reclaimed).hasValue(1);
    rcu.readUnlock(late);
  }

  @Test
  void waitsForEveryOpenReader() {
    int first = rcu.readLock();
    int second = rcu.readLock();
    rcu.call(reclaimed::incrementAndGet);
    rcu.readUnlock(first);
    rcu.poll();
    assertThat(reclaimed).hasValue(0);
    rcu.readUnlock(second);
    rcu.poll();
    assertThat(reclaimed).hasValue(1);
  }

  @Test
  void everyCallbackRunsOnce() {
    int section = rcu.readLock();
    for (int i = 0; i < 10; i++) {
      rcu.call(reclaimed::incrementAndGet);
    }
    rcu.readUnlock(section);
    rcu.barrier();
    rcu.barrier();
    rcu.poll();
    assertThat(reclaimed).hasValue(10);
  }

  @Test
  void aCallbackThatIsLostIsNotWaitedForWhenNobodyIsLeft() {
    int section = rcu.readLock();
    rcu.call(
        () -> {
          throw new IllegalStateException("never ends");
        });
    rcu.readUnlock(section);
    assertThatThrownBy(rcu::poll).isInstanceOf(IllegalStateException.class);
    assertThat(rcu.drain()).isFalse();
  }

  @Test
  void whatWaitsIsDrained() {
    int section = rcu.readLock();
    rcu.call(reclaimed::incrementAndGet);
    rcu.readUnlock(section);
    assertThat(rcu.drain()).isTrue();
    assertThat(reclaimed).hasValue(1);
  }

  @Test
  void aLaterCallRunsWhatIsReady() {
    int section = rcu.readLock();
    rcu.call(reclaimed::incrementAndGet);
    rcu.readUnlock(section);
    rcu.call(() -> {});
    assertThat(reclaimed).hasValue(1);
  }

  @Test
  void aBarrierWaitsForTheReader() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch called = new CountDownLatch(1);
    AtomicBoolean closed = new AtomicBoolean();
    InParallel.<Boolean>run(
        List.of(
            () -> {
              int section = rcu.readLock();
              open.countDown();
              called.await();
              Thread.sleep(20);
              closed.set(true);
              rcu.readUnlock(section);
              return true;
            },
            () -> {
              open.await();
              rcu.call(reclaimed::incrementAndGet);
              called.countDown();
              rcu.barrier();
              assertThat(closed).isTrue();
              assertThat(reclaimed).hasValue(1);
              return true;
            }));
  }

  /** Another thread has taken the callback off the list, and has not run it yet. */
  @Test
  void aBarrierWaitsForACallbackThatAnotherThreadRuns() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch atBarrier = new CountDownLatch(1);
    int section = rcu.readLock();
    rcu.call(
        () -> {
          running.countDown();
          await(atBarrier);
          sleep(20);
          reclaimed.incrementAndGet();
        });
    rcu.readUnlock(section);
    InParallel.<Boolean>run(
        List.of(
            () -> {
              rcu.poll();
              return true;
            },
            () -> {
              running.await();
              atBarrier.countDown();
              rcu.barrier();
              assertThat(reclaimed).hasValue(1);
              return true;
            }));
  }

  @Test
  void moreSectionsThanSlotsTakeTurns() throws Exception {
    AtomicInteger sections = new AtomicInteger();
    Callable<Boolean> reader =
        () -> {
          for (int i = 0; i < 20; i++) {
            int section = rcu.readLock();
            sections.incrementAndGet();
            Thread.sleep(0, 1_000);
            rcu.readUnlock(section);
          }
          return true;
        };
    InParallel.run(Collections.nCopies(12, reader));
    assertThat(sections).hasValue(240);
    rcu.barrier();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
