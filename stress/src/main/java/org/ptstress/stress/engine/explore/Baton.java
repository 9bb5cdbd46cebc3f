package org.ptstress.stress.engine.explore;

import java.util.concurrent.locks.LockSupport;

/**
 * Passed from thread to thread: only the holder runs. Waiting threads park at once instead of
 * spinning, because other children use the CPUs.
 */
final class Baton {
  private volatile int holder;
  private volatile boolean closed;

  void give(int to, Thread thread) {
    holder = to;
    LockSupport.unpark(thread);
  }

  void close() {
    closed = true;
  }

  /** Waits for the baton; returns false after close. */
  boolean await(int me) {
    while (holder != me) {
      if (closed) {
        return false;
      }
      LockSupport.park(this);
    }
    return true;
  }
}
