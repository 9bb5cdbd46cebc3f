package org.ptstress.stress.outside.lock;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.kernel.TicketLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Assigns an id first, and then inserts under one of 64 locks, which processes share. */
public abstract class LocksLate extends Outside {
  private static final int STRIPES = 64;

  private final Supplier<Guard> guards;

  private LocksLate(Supplier<Guard> guards) {
    this.guards = guards;
  }

  /** One with monitors. */
  public static final class WithMonitor extends LocksLate {
    /** For the service loader. */
    public WithMonitor() {
      super(Monitor::new);
    }
  }

  /** One with locks of the JDK. */
  public static final class WithLockOfTheJdk extends LocksLate {
    /** For the service loader. */
    public WithLockOfTheJdk() {
      super(OfTheJdk::new);
    }
  }

  /** One with spinlocks of the model. */
  public static final class WithSpinLock extends LocksLate {
    /** For the service loader. */
    public WithSpinLock() {
      super(Spin::new);
    }
  }

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final List<Guard> stripes = Stream.generate(guards).limit(STRIPES).toList();

      @Override
      public int insert(Process owner, KTimer timer) {
        int id = owner.getAndIncrementTimerId() & config.maxId();
        timer.setId(id);
        return stripes
            .get((int) (owner.address() >>> 6) & (STRIPES - 1))
            .under(
                () ->
                    timers.putIfAbsent(new Key(owner.address(), id), timer) == null
                        ? id
                        : -Errno.EAGAIN);
      }
    };
  }

  /** Something to do work under. */
  private interface Guard {
    /**
     * Does the work.
     *
     * @param work the work
     * @return its result
     */
    int under(IntSupplier work);
  }

  /** Itself. */
  private static final class Monitor implements Guard {
    @Override
    public synchronized int under(IntSupplier work) {
      return work.getAsInt();
    }
  }

  /** A lock of the JDK. */
  private static final class OfTheJdk implements Guard {
    private final Lock lock = new ReentrantLock();

    @Override
    public int under(IntSupplier work) {
      lock.lock();
      try {
        return work.getAsInt();
      } finally {
        lock.unlock();
      }
    }
  }

  /** A spinlock of the model. */
  private static final class Spin implements Guard {
    private final SpinLock lock = new TicketLock();

    @Override
    public int under(IntSupplier work) {
      lock.lock();
      int result = work.getAsInt();
      lock.unlock();
      return result;
    }
  }
}
