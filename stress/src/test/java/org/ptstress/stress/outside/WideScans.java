package org.ptstress.stress.outside;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Each find looks through two thousand slots, whose array it reads anew for each. */
public final class WideScans extends Outside {
  private static final int SLOTS = 2_048;

  /** For the service loader. */
  public WideScans() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private volatile @Nullable KTimer[] slots = new @Nullable KTimer[SLOTS];

      @Override
      public @Nullable KTimer find(Process owner, int id) {
        for (int i = 0; i < slots.length; i++) {
          if (slots[i] != null) {
            slots = slots.clone();
          }
        }
        return super.find(owner, id);
      }
    };
  }
}
