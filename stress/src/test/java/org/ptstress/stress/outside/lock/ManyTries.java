package org.ptstress.stress.outside.lock;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** A find waits a thousand rounds for inserts to end, and then does without. */
public final class ManyTries extends Outside {
  private static final int TRIES = 1_000;

  /** For the service loader. */
  public ManyTries() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final AtomicInteger inserting = new AtomicInteger();

      @Override
      public int insert(Process owner, KTimer timer) {
        inserting.incrementAndGet();
        try {
          return super.insert(owner, timer);
        } finally {
          inserting.decrementAndGet();
        }
      }

      @Override
      public @Nullable KTimer find(Process owner, int id) {
        for (int tries = 0; tries < TRIES && inserting.get() != 0; tries++) {
          Thread.onSpinWait();
        }
        return super.find(owner, id);
      }
    };
  }
}
