package org.ptstress.reuse;

import java.util.concurrent.atomic.AtomicLong;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;
import org.ptstress.wide.WideTable;

/** A full process is told by a count, which a restore at a taken id raises for good. */
public final class CountsBusyRestores extends Wide {
  /** For the service loader. */
  public CountsBusyRestores() {
    super("CountsBusyRestores", "A restore that fails is counted as a timer.", Table::new);
  }

  private static final class Table extends WideTable {
    Table(TableConfig config) {
      super(config);
    }

    private static AtomicLong countOf(Process owner) {
      Object attached = owner.attachment();
      return (AtomicLong) (attached != null ? attached : owner.attachIfAbsent(new AtomicLong()));
    }

    private boolean isCounted(Process owner) {
      if (countOf(owner).incrementAndGet() <= config.idCount()) {
        return true;
      }
      countOf(owner).decrementAndGet();
      return false;
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      if (!isCounted(owner)) {
        return -Errno.EAGAIN;
      }
      int id = takeNextId(owner);
      while (!addAt(owner, timer, id)) {
        id = takeNextId(owner);
      }
      return id;
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      return isCounted(owner) ? super.insertAt(owner, timer, id) : -Errno.EBUSY;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      super.remove(owner, timer);
      countOf(owner).decrementAndGet();
    }
  }
}
