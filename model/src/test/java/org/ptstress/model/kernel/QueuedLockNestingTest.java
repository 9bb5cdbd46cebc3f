package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueuedLockNestingTest {
  @Test
  void aThreadHoldsFourLocksAndNoMore() {
    List<QueuedLock> locks = Stream.generate(QueuedLock::new).limit(4).toList();
    locks.forEach(QueuedLock::lock);
    QueuedLock fifth = new QueuedLock();
    assertThatIllegalStateException().isThrownBy(fifth::lock).withMessageContaining("at most 4");

    locks.forEach(QueuedLock::unlock);
    fifth.lock();
    fifth.unlock();
  }

  @Test
  void locksMayBeReleasedInAnyOrder() throws Exception {
    QueuedLock first = new QueuedLock();
    QueuedLock second = new QueuedLock();
    for (int i = 0; i < 10; i++) {
      first.lock();
      second.lock();
      first.unlock();
      first.lock();
      second.unlock();
      first.unlock();
    }
    // Another thread finds both free.
    assertThat(new MutualExclusion(first).lostIncrements(1, 10)).isZero();
    assertThat(new MutualExclusion(second).lostIncrements(1, 10)).isZero();
  }

  @Test
  void aFreeLockCannotBeUnlocked() {
    assertThatIllegalStateException().isThrownBy(new QueuedLock()::unlock);
  }
}
