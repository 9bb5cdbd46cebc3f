package org.ptstress.reuse;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;
import org.ptstress.wide.WideTable;

/** Restores that reserve their id as long as they insert. */
public final class Reservations {
  private Reservations() {}

  /** Right: by process and id, seen by restores only. */
  public static final class ByKey extends Wide {
    /** For the service loader. */
    public ByKey() {
      super("ByKey", "A restore reserves the id of its process.", table(ByKey::key, false));
    }

    private static Object key(WideTable.Key key) {
      return key;
    }
  }

  /** Refuses an id that another process restores. */
  public static final class ById extends Wide {
    /** For the service loader. */
    public ById() {
      super("ById", "A restore reserves its id for all.", table(WideTable.Key::id, false));
    }
  }

  /** A find waits for a restore of its id. */
  public static final class FindsWait extends Wide {
    /** For the service loader. */
    public FindsWait() {
      super("FindsWait", "Finds wait for restores of their id.", table(ByKey::key, true));
    }
  }

  private static Function<TableConfig, TimerTable> table(
      Function<WideTable.Key, Object> reserved, boolean findsWait) {
    return config -> new Table(config, reserved, findsWait);
  }

  private static final class Table extends WideTable {
    private final Set<Object> restoring = ConcurrentHashMap.newKeySet();
    private final Function<Key, Object> reserved;
    private final boolean findsWait;

    Table(TableConfig config, Function<Key, Object> reserved, boolean findsWait) {
      super(config);
      this.reserved = reserved;
      this.findsWait = findsWait;
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      Object reservation = reserved.apply(key(owner, id));
      if (!restoring.add(reservation)) {
        return -Errno.EBUSY;
      }
      int result = super.insertAt(owner, timer, id);
      restoring.remove(reservation);
      return result;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      while (findsWait && restoring.contains(reserved.apply(key(owner, id)))) {
        Thread.onSpinWait();
      }
      return super.find(owner, id);
    }
  }
}
