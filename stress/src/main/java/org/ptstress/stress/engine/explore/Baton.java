package org.ptstress.stress.engine.explore;

import java.util.concurrent.locks.LockSupport;

/** Handed from thread to thread: only the one that has it runs. */
final class Baton {
  /** A short while, in which the other one often hands it back. */
  private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 200 : 0;

  private volatile int holder;
  private volatile boolean closed;

  void give(int to, Thread thread) {
    holder = to;
    LockSupport.unpark(thread);
  }

  void close() {
    closed = true;
  }

  /** Returns false if nobody needs it any more. */
  boolean await(int me) {
    for (int spins = 0; holder != me; spins++) {
      if (closed) {
        return false;
      }
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
    return true;
  }
}
