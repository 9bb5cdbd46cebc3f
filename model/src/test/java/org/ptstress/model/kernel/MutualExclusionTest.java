package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutualExclusionTest {
  @ParameterizedTest
  @EnumSource
  void twoThreadsExcludeEachOther(LockKind kind) throws Exception {
    assertThat(new MutualExclusion(kind.newLock()).lostIncrements(2, 400)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void moreThreadsThanCpusExcludeEachOther(LockKind kind) throws Exception {
    // Few rounds: a fair lock waits for the scheduler at nearly every hand-over.
    assertThat(new MutualExclusion(kind.newLock()).lostIncrements(4, 15)).isZero();
  }

  /** Must fail, or the two tests above prove nothing. */
  @Test
  void aLockThatExcludesNobodyIsCaught() throws Exception {
    int lost = 0;
    // On a loaded machine the threads may miss each other for a while.
    for (int attempt = 0; lost == 0 && attempt < 500; attempt++) {
      lost = new MutualExclusion(new BrokenLock()).lostIncrements(2, 1_000);
    }
    assertThat(lost).isPositive();
  }

  private static final class BrokenLock implements SpinLock {
    @Override
    public void lock() {}

    @Override
    public void unlock() {}
  }
}
