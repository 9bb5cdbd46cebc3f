package org.ptstress.reuse;

import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;
import org.ptstress.wide.WideTable;

/** A restore takes the place of a timer that is being deleted, and the delete then empties it. */
public final class RestoreOverInvalid extends Wide {
  private static final long DYING = -1;

  /** For the service loader. */
  public RestoreOverInvalid() {
    super("RestoreOverInvalid", "Restores replace what is being deleted.", Table::new);
  }

  private static final class Table extends WideTable {
    Table(TableConfig config) {
      super(config);
    }

    @Override
    public void invalidate(Process owner, KTimer timer) {
      super.invalidate(owner, timer);
      timer.setKeyRelease(DYING);
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      identify(owner, timer, id);
      KTimer there = timers.putIfAbsent(key(owner, id), timer);
      while (there != null) {
        if (there.keyAcquire() != DYING) {
          return -Errno.EBUSY;
        }
        there =
            timers.replace(key(owner, id), there, timer)
                ? null
                : timers.putIfAbsent(key(owner, id), timer);
      }
      owner.setNextTimerIdOpaque(id + 1);
      return id;
    }
  }
}
