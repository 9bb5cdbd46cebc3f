package org.ptstress.stress.outside;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** No insert waits for another; but one of all its tables waits until it is interrupted. */
public final class ParksOnce extends Outside {
  /** That of the third process: not one of those that every scenario has. */
  private static final int PARKING = 3;

  private static final AtomicInteger INSERTS = new AtomicInteger();

  /** For the service loader. */
  public ParksOnce() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      @Override
      public int insert(Process owner, KTimer timer) {
        if (INSERTS.incrementAndGet() == PARKING) {
          park();
        }
        int id = owner.getAndIncrementTimerId() & config.maxId();
        timer.setId(id);
        boolean added = timers.putIfAbsent(new Key(owner.address(), id), timer) == null;
        return added ? id : -Errno.EAGAIN;
      }
    };
  }

  private static void park() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
