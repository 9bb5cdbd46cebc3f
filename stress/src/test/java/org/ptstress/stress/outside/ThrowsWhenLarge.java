package org.ptstress.stress.outside;

import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** No insert waits for another, but the thousandth timer does not fit into an array. */
public final class ThrowsWhenLarge extends Outside {
  private static final int ROOM = 1_000;

  /** For the service loader. */
  public ThrowsWhenLarge() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final KTimer[] array = new KTimer[ROOM];

      @Override
      public int insert(Process owner, KTimer timer) {
        array[timers.size()] = timer;
        int id = owner.getAndIncrementTimerId() & config.maxId();
        timer.setId(id);
        boolean added = timers.putIfAbsent(new Key(owner.address(), id), timer) == null;
        return added ? id : -Errno.EAGAIN;
      }

      @Override
      public int[] chainLengths() {
        return new int[] {timers.size(), 0};
      }
    };
  }
}
