package org.ptstress.stress.outside.lock;

import java.util.concurrent.atomic.AtomicInteger;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/**
 * Inserts under a lock whose waiters store what is there already, without a hint that they wait.
 */
public final class SilentLock extends Outside {
  /** For the service loader. */
  public SilentLock() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final AtomicInteger held = new AtomicInteger();

      @Override
      public int insert(Process owner, KTimer timer) {
        while (held.getAndSet(1) != 0) {
          // No hint.
        }
        try {
          return super.insert(owner, timer);
        } finally {
          held.set(0);
        }
      }
    };
  }
}
