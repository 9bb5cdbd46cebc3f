package org.ptstress.stress.outside;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Counts one lookup in a thousand, by its id, and another one in its thread. */
public final class CountsSome extends Outside {
  private static final int SAMPLE = 1_000;

  /** For the service loader. */
  public CountsSome() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final AtomicLong lookups = new AtomicLong();
      private final ThreadLocal<AtomicLong> own = ThreadLocal.withInitial(AtomicLong::new);

      @Override
      public @Nullable KTimer find(Process owner, int id) {
        switch (id % SAMPLE) {
          case SAMPLE - 1 -> lookups.incrementAndGet();
          case SAMPLE / 2 -> own.get().incrementAndGet();
          default -> {}
        }
        return super.find(owner, id);
      }
    };
  }
}
