package org.ptstress.stress.outside;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Refers to the last 512 timers that it has removed, and never looks at them. */
public final class RemembersSome extends Outside {
  private static final int PLACES = 512;

  /** For the service loader. */
  public RemembersSome() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final AtomicReferenceArray<KTimer> last = new AtomicReferenceArray<>(PLACES);
      private final AtomicInteger next = new AtomicInteger();

      @Override
      public void remove(Process owner, KTimer timer) {
        super.remove(owner, timer);
        last.set(next.getAndIncrement() & (PLACES - 1), timer);
      }
    };
  }
}
