package org.ptstress.stress.outside.lock;

import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** A create that finds no free id leaves without its lock's release. */
public final class LocksTwice extends Outside {
  /** For the service loader. */
  public LocksTwice() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    SpinLock lock = config.locks().newLock();
    return new MapTable(config) {
      @Override
      public int insert(Process owner, KTimer timer) {
        lock.lock();
        int id = super.insert(owner, timer);
        if (id >= 0) {
          lock.unlock();
        }
        return id;
      }

      @Override
      public void remove(Process owner, KTimer timer) {
        lock.lock();
        super.remove(owner, timer);
        lock.unlock();
      }
    };
  }
}
