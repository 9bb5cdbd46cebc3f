package org.ptstress.model.kernel;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.ptstress.model.support.InParallel;

/** Threads that increment a plain counter under a lock. */
final class MutualExclusion {
  private static final int ROUNDS_PER_PAUSE = 50;

  private final SpinLock lock;
  private int counter;

  MutualExclusion(SpinLock lock) {
    this.lock = lock;
  }

  /** Runs the threads; returns how many increments were lost. */
  int lostIncrements(int threads, int rounds) throws Exception {
    Callable<Integer> incrementer =
        () -> {
          for (int i = 0; i < rounds; i++) {
            lock.lock();
            int before = counter;
            if (i % ROUNDS_PER_PAUSE == 0) {
              // Gives the CPU away inside the section, so that a lock that excludes nobody is
              // caught on one CPU too.
              LockSupport.parkNanos(1_000);
            }
            counter = before + 1;
            lock.unlock();
          }
          return rounds;
        };
    InParallel.run(Collections.nCopies(threads, incrementer));
    return threads * rounds - counter;
  }
}
