package org.ptstress.reuse;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;
import org.ptstress.wide.WideTable;

/** A restore reserves its id until it is published, which one that fails behind never is. */
public final class ReservesUntilPublished extends Wide {
  /** For the service loader. */
  public ReservesUntilPublished() {
    super("ReservesUntilPublished", "Restores that fail keep their ids reserved.", Table::new);
  }

  private static final class Table extends WideTable {
    private final Set<Key> reserved = ConcurrentHashMap.newKeySet();

    Table(TableConfig config) {
      super(config);
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      if (!reserved.add(key(owner, id))) {
        return -Errno.EBUSY;
      }
      int result = super.insertAt(owner, timer, id);
      if (result < 0) {
        reserved.remove(key(owner, id));
      }
      return result;
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      super.publish(owner, timer);
      reserved.remove(key(owner, timer.id()));
    }
  }
}
