package org.ptstress.reuse;

import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;
import org.ptstress.wide.WideTable;

/** Restores look and then put, under a lock that plain creates do not take. */
public final class RestoreChecksFirst extends Wide {
  /** For the service loader. */
  public RestoreChecksFirst() {
    super("RestoreChecksFirst", "Restores exclude each other, and no plain create.", Table::new);
  }

  private static final class Table extends WideTable {
    private final SpinLock restoring;

    Table(TableConfig config) {
      super(config);
      this.restoring = config.locks().newLock();
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      restoring.lock();
      boolean isFree = !timers.containsKey(key(owner, id));
      if (isFree) {
        identify(owner, timer, id);
        timers.put(key(owner, id), timer);
        owner.setNextTimerIdOpaque(id + 1);
      }
      restoring.unlock();
      return isFree ? id : -Errno.EBUSY;
    }
  }
}
