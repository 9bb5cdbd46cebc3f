package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.ptstress.model.support.InParallel;

/** One thread grows and shrinks an idr while another one finds. */
class RadixIdrConcurrentFindTest {
  /** Enough for three layers. */
  private static final int COUNT = 64 * 64 + 10;

  private static final int CYCLES = 60;

  private final RadixIdr<Integer> idr = new RadixIdr<>(31);
  private final AtomicBoolean done = new AtomicBoolean();
  private final AtomicBoolean met = new AtomicBoolean();

  @Test
  void findGivesTheRightValueOrNone() throws Exception {
    InParallel.run(List.of(writer(), reader()));
    assertThat(met).as("finds met a value").isTrue();
  }

  /** A given id far away puts layers on top, and its removal takes them off again. */
  @Test
  void findGivesTheRightValueWhileFarIdsComeAndGo() throws Exception {
    InParallel.run(List.of(farWriter(), reader()));
    assertThat(met).as("finds met a value").isTrue();
  }

  private Callable<Boolean> farWriter() {
    assertThat(idr.allocate(0)).isZero();
    return () -> {
      try {
        for (int cycle = 0; cycle < 100 * CYCLES || !met.get(); cycle++) {
          for (int id = 1; id < COUNT; id = 8 * id + 5) {
            assertThat(idr.insertAt(id, id)).isTrue();
          }
          assertThat(idr.allocateFrom(COUNT, COUNT)).isEqualTo(COUNT);
          assertThat(idr.remove(COUNT)).isTrue();
          for (int id = 1; id < COUNT; id = 8 * id + 5) {
            assertThat(idr.remove(id)).isTrue();
          }
        }
      } finally {
        done.set(true);
      }
      return true;
    };
  }

  private Callable<Boolean> writer() {
    // Id 0 stays for ever, so that a find of it may not miss.
    assertThat(idr.allocate(0)).isZero();
    return () -> {
      try {
        // At least until the other thread has got a CPU.
        for (int cycle = 0; cycle < CYCLES || !met.get(); cycle++) {
          for (int id = 1; id < COUNT; id++) {
            assertThat(idr.allocate(id)).isEqualTo(id);
          }
          for (int id = COUNT - 1; id > 0; id--) {
            assertThat(idr.remove(id)).isTrue();
          }
        }
      } finally {
        done.set(true);
      }
      return true;
    };
  }

  private Callable<Boolean> reader() {
    return () -> {
      SplittableRandom random = new SplittableRandom(5);
      while (!done.get()) {
        int id = random.nextInt(COUNT);
        Integer found = idr.find(id);
        if (found != null) {
          if (found != id) {
            throw new AssertionError("find of " + id + " gave " + found);
          }
          met.set(true);
        }
        if (idr.find(0) == null) {
          throw new AssertionError("id 0 was lost");
        }
      }
      return true;
    };
  }
}
