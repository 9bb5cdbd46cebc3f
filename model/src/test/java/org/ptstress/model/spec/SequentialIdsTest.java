package org.ptstress.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.kernel.Errno;

class SequentialIdsTest {
  @Test
  void theLowestFreeIdComesBackAtOnce() {
    SequentialIds ids = new SequentialIds(IdPolicy.LOWEST_FREE, 2);
    assertThat(new int[] {ids.take(), ids.take(), ids.take()}).containsExactly(0, 1, 2);
    ids.release(1);
    assertThat(new int[] {ids.take(), ids.take(), ids.take()}).containsExactly(1, 3, -Errno.EAGAIN);
  }

  @Test
  void theNextIdComesBackAfterTheLargest() {
    SequentialIds ids = new SequentialIds(IdPolicy.NEXT, 2);
    assertThat(new int[] {ids.take(), ids.take()}).containsExactly(0, 1);
    ids.release(0);
    assertThat(new int[] {ids.take(), ids.take(), ids.take(), ids.take()})
        .containsExactly(2, 3, 0, -Errno.EAGAIN);
  }
}
