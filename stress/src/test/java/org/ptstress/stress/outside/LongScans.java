package org.ptstress.stress.outside;

import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Each insert looks through an array that is as long for narrow ids as for wide ones. */
public final class LongScans extends Outside {
  private static final int SLOTS = 20_000;

  /** For the service loader. */
  public LongScans() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final KTimer[] slots = new KTimer[SLOTS];

      @Override
      public int insert(Process owner, KTimer timer) {
        for (KTimer slot : slots) {
          if (slot == timer) {
            throw new IllegalStateException("The timer is in the table already.");
          }
        }
        return super.insert(owner, timer);
      }
    };
  }
}
