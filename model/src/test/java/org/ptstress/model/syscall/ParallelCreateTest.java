package org.ptstress.model.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.support.InParallel;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.Process;

/**
 * Measured on a kernel: two threads with 20,000 creates each get the ids 0 to 39,999. Fewer here:
 * where threads have no CPU of their own, a fair lock waits at each hand-over.
 */
class ParallelCreateTest {
  private static final int THREADS = 2;
  private static final int CREATES = 4_000;

  @ParameterizedTest
  @ValueSource(strings = {"RcuHash", "BucketLockHash"})
  void twoThreadsGetEveryIdOnce(String design) throws Exception {
    Machine machine = new Machine(Designs.named(design), TableConfig.kernel(2));
    Process process = machine.newProcess();
    Callable<int[]> creator =
        () -> {
          int[] ids = new int[CREATES];
          for (int i = 0; i < CREATES; i++) {
            ids[i] = machine.create(process);
          }
          return ids;
        };
    List<int[]> results = InParallel.run(Collections.nCopies(THREADS, creator));
    BitSet seen = new BitSet();
    for (int[] ids : results) {
      for (int id : ids) {
        assertThat(seen.get(id)).as("id %d was handed out before", id).isFalse();
        seen.set(id);
      }
    }
    assertThat(seen.nextClearBit(0)).isEqualTo(THREADS * CREATES);
    assertThat(seen.length()).isEqualTo(THREADS * CREATES);
  }
}
