package org.ptstress.stress.outside;

import java.util.concurrent.locks.ReentrantLock;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Inserts take two locks in one order, removes in the other. */
public final class LocksBothWays extends Outside {
  /** For the service loader. */
  public LocksBothWays() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final ReentrantLock ids = new ReentrantLock();
      private final ReentrantLock chains = new ReentrantLock();

      @Override
      public int insert(Process owner, KTimer timer) {
        ids.lock();
        try {
          chains.lock();
          try {
            return super.insert(owner, timer);
          } finally {
            chains.unlock();
          }
        } finally {
          ids.unlock();
        }
      }

      @Override
      public void remove(Process owner, KTimer timer) {
        chains.lock();
        try {
          ids.lock();
          try {
            super.remove(owner, timer);
          } finally {
            ids.unlock();
          }
        } finally {
          chains.unlock();
        }
      }
    };
  }
}
