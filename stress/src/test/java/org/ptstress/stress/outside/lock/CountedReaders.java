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

/** Finds count themselves and wait for nobody; inserts and removes wait until none is under way. */
public final class CountedReaders extends Outside {
  /** For the service loader. */
  public CountedReaders() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final AtomicInteger readers = new AtomicInteger();

      @Override
      public @Nullable KTimer find(Process owner, int id) {
        readers.incrementAndGet();
        try {
          return super.find(owner, id);
        } finally {
          readers.decrementAndGet();
        }
      }

      @Override
      public int insert(Process owner, KTimer timer) {
        awaitReaders();
        return super.insert(owner, timer);
      }

      @Override
      public void remove(Process owner, KTimer timer) {
        super.remove(owner, timer);
        awaitReaders();
      }

      private void awaitReaders() {
        while (readers.get() != 0) {
          Thread.onSpinWait();
        }
      }
    };
  }
}
