package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.support.InParallel;

/** Writers exclude everybody; readers exclude writers only. */
class PercpuRwLockTest {
  private static final int ROUNDS = 20_000;

  /** Two plain fields that are equal whenever no writer is inside. */
  private int left;

  private int right;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void readersNeverSeeAHalfWrittenPairAndNoWriteIsLost(int counters) throws Exception {
    PercpuRwLock lock = new PercpuRwLock(counters);
    List<Callable<Integer>> threads = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      threads.add(() -> write(lock));
      threads.add(() -> read(lock));
    }
    assertThat(InParallel.run(threads)).containsOnly(0);
    assertThat(left).isEqualTo(2 * ROUNDS);
  }

  private int write(PercpuRwLock lock) {
    for (int i = 0; i < ROUNDS; i++) {
      lock.writeLock();
      left++;
      right++;
      lock.writeUnlock();
    }
    return 0;
  }

  private int read(PercpuRwLock lock) {
    int torn = 0;
    for (int i = 0; i < ROUNDS; i++) {
      int token = lock.readLock();
      torn += left == right ? 0 : 1;
      lock.readUnlock(token);
    }
    return torn;
  }

  @Test
  void twoReadersAreInsideAtOnce() {
    PercpuRwLock lock = new PercpuRwLock(1);
    int first = lock.readLock();
    int second = lock.readLock();
    lock.readUnlock(second);
    lock.readUnlock(first);
    lock.writeLock();
    lock.writeUnlock();
  }

  @Test
  void theNumberOfCountersIsAPowerOfTwo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PercpuRwLock(3))
        .withMessageContaining("3");
  }
}
