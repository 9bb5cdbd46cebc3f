package org.ptstress.reuse;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;
import org.ptstress.wide.WideTable;

/** Tables whose inserts take a lock of which their restores make something of their own. */
public final class RestoreLocks {
  private RestoreLocks() {}

  /** Right: one lock for all inserts of all processes. */
  public static final class Waits extends Wide {
    /** For the service loader. */
    public Waits() {
      super("Waits", "A restore waits for the lock.", config -> new Locked(config, false));
    }
  }

  /** Takes a lock that another insert has for an id that is taken. */
  public static final class Tries extends Wide {
    /** For the service loader. */
    public Tries() {
      super("Tries", "A restore tries the lock once.", config -> new Locked(config, true));
    }
  }

  private static final class Locked extends WideTable {
    private final ReentrantLock lock = new ReentrantLock();
    private final boolean triesOnce;

    Locked(TableConfig config, boolean triesOnce) {
      super(config);
      this.triesOnce = triesOnce;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      lock.lock();
      try {
        return super.addAt(owner, timer, id);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      if (triesOnce && lock.isLocked()) {
        return -Errno.EBUSY;
      }
      return super.insertAt(owner, timer, id);
    }
  }

  /** Right: restores and deletes take the lock of the chain, then that of the count. */
  public static final class OneOrder extends Wide {
    /** For the service loader. */
    public OneOrder() {
      super("OneOrder", "A restore counts behind its insert.", config -> new Counted(config, true));
    }
  }

  /** Restores take the locks the other way round. */
  public static final class TwoOrders extends Wide {
    /** For the service loader. */
    public TwoOrders() {
      super(
          "TwoOrders", "A restore inserts while it counts.", config -> new Counted(config, false));
    }
  }

  private static final class Counted extends Chains.Table {
    private final SpinLock counting;
    private final boolean countsBehind;
    private final AtomicInteger live = new AtomicInteger();

    Counted(TableConfig config, boolean countsBehind) {
      super(config);
      this.counting = config.locks().newLock();
      this.countsBehind = countsBehind;
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      if (countsBehind) {
        int result = super.insertAt(owner, timer, id);
        counting.lock();
        live.addAndGet(result < 0 ? 0 : 1);
        counting.unlock();
        return result;
      }
      counting.lock();
      int result = super.insertAt(owner, timer, id);
      live.addAndGet(result < 0 ? 0 : 1);
      counting.unlock();
      return result;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      Chains.Chain chain = chain(owner, timer.id());
      chain.lock.lock();
      timer.unlinkRcu();
      counting.lock();
      live.decrementAndGet();
      counting.unlock();
      chain.lock.unlock();
    }
  }
}
