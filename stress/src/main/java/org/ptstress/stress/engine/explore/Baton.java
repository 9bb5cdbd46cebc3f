package org.ptstress.stress.engine.explore;

import java.util.concurrent.locks.LockSupport;

/**
 * Handed from thread to thread: only the one that has it runs. Who waits parks at once, because the
 * CPU on which it would spin is another child's.
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

  /** Returns false if nobody needs it any more. */
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
