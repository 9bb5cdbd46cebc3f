package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.ptstress.model.support.InParallel;

/** A writer replaces what a reader reads, and poisons what it replaced after a grace period. */
class RcuStressTest {
  private static final long POISON = -1;

  private volatile Cell shared = new Cell(0);
  private volatile boolean readerDone;

  @Test
  void aReaderNeverSeesPoisonBeforeTheGracePeriod() throws Exception {
    assertThat(poisonedReads(ReclamationKind.GRACE_PERIOD, 300)).isZero();
  }

  @Test
  void withoutAGracePeriodTheReaderIsCaught() throws Exception {
    assertThat(poisonedReads(ReclamationKind.IMMEDIATE, 600_000)).isPositive();
  }

  /** Races for a while, but no longer than to the first read of poison. */
  private int poisonedReads(ReclamationKind kind, long millis) throws Exception {
    Rcu rcu = kind.newRcu();
    long start = System.nanoTime();
    long limit = TimeUnit.MILLISECONDS.toNanos(millis);
    List<Integer> results =
        InParallel.run(
            List.of(
                () -> {
                  int poisoned = 0;
                  for (int i = 0; poisoned == 0 && System.nanoTime() - start < limit; i++) {
                    int section = rcu.readLock();
                    Cell cell = shared;
                    if (i % 100 == 0) {
                      // Gives the writer its chance on one CPU.
                      LockSupport.parkNanos(1_000);
                    }
                    if (cell.value == POISON) {
                      poisoned++;
                    }
                    rcu.readUnlock(section);
                  }
                  readerDone = true;
                  return poisoned;
                },
                () -> {
                  for (long value = 1; !readerDone; value++) {
                    Cell replaced = shared;
                    shared = new Cell(value);
                    rcu.call(() -> replaced.value = POISON);
                  }
                  return 0;
                }));
    rcu.barrier();
    return results.get(0);
  }

  private static final class Cell {
    private volatile long value;

    Cell(long value) {
      this.value = value;
    }
  }
}
