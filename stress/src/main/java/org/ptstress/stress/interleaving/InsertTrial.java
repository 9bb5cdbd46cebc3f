package org.ptstress.stress.interleaving;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerSlab;

/** A fresh table into which threads insert, one of which may come no further. */
final class InsertTrial {
  /** No process has this address. */
  static final long NONE = 0;

  /** The name of the threads that are to get stuck. */
  static final String OTHER = "other inserts";

  private static final int ID_BITS = 31;
  private static final long SEED = 20121001;

  /** Of objects in the kernel's slabs: nearer together than they are, to come into every share. */
  private static final long ALIGNMENT = 64;

  private static final int PAUSE_MILLIS = 5;

  /** A thread that waits this long in one insert, or that computes so long, is stuck. */
  private static final int STUCK_MILLIS = 40;

  /** A thread that gets no CPU is not stuck; but nobody waits for it longer. */
  private static final int MOST_MILLIS = 2_000;

  /** For all locks of a table. */
  private static final long LOCKS_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
  private final TableConfig config;
  private final TimerTable table;
  private final TimerSlab slab;

  private final List<Work> works = new ArrayList<>();

  /** Who is to be held where it assigns an id. */
  private volatile @Nullable Hold atId;

  InsertTrial(Design design, TableConfig narrow) {
    config =
        new TableConfig(
            ID_BITS, narrow.buckets(), narrow.cpus(), narrow.locks(), narrow.reclamation());
    Rcu rcu = config.reclamation().newRcu();
    slab = new TimerSlab(config.locks(), config.reclamation(), rcu, this::identified);
    try {
      table = design.newTable(config, rcu);
    } catch (RuntimeException | Error e) {
      throw new ThrewException(e);
    }
  }

  /** A design threw where it must not. */
  static final class ThrewException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ThrewException(Throwable cause) {
      super(cause);
    }
  }

  /** Throws if an insert has thrown. */
  void rethrow() {
    Throwable first = thrown.get();
    if (first != null) {
      throw new ThrewException(first);
    }
  }

  /**
   * The process whose insert does not end beside one of process 0 that is held where it assigns the
   * id.
   *
   * @param first the process that is tried first
   * @param processes how many are tried
   * @return its address, or {@link #NONE}
   */
  long besideHeldInsert(long first, int processes) throws InterruptedException {
    Hold hold =
        new Hold(
            self -> {
              atId = self;
              insert(ScenarioPlan.FIRST_ADDRESS);
            });
    try {
      return hold.isReached() ? stuck(first, processes) : NONE;
    } finally {
      end();
    }
  }

  /**
   * The process whose insert does not end while something of the table is held without which an
   * insert of process 0 does not end either; preferably none to which that happens wherever its
   * address is.
   *
   * @param first the process that is tried first
   * @param processes how many are tried
   * @return its address, or {@link #NONE}
   */
  long besideHeldLock(long first, int processes) throws InterruptedException {
    long end = System.nanoTime() + LOCKS_NANOS;
    // It makes what a table makes of a process when it meets it.
    boolean stuckAlone = isStuck(ScenarioPlan.FIRST_ADDRESS);
    end();
    if (stuckAlone) {
      return NONE;
    }
    long found = NONE;
    for (Object lock : TableLocks.of(table)) {
      if (System.nanoTime() > end) {
        break;
      }
      Hold hold = new Hold(self -> TableLocks.holding(lock, self::stay));
      try {
        if (hold.isReached() && isStuck(ScenarioPlan.FIRST_ADDRESS)) {
          long other = stuck(first, processes);
          found = other == NONE ? found : other;
        }
      } finally {
        end();
      }
      if (found != NONE && (found != first || processes == 1)) {
        break;
      }
    }
    return found;
  }

  private boolean isStuck(long process) throws InterruptedException {
    return stuck(process, 1) == process;
  }

  private long stuck(long first, int processes) throws InterruptedException {
    return new Inserts(first, processes).watch();
  }

  /** Ends all threads, the first one first: it may be the one that the others wait for. */
  private void end() throws InterruptedException {
    for (Work work : works) {
      work.end();
    }
    works.clear();
  }

  private void identified() {
    Hold hold = atId;
    if (hold != null) {
      hold.stay();
    }
  }

  private void insert(long address) {
    table.insert(new Process(address, Integer.MAX_VALUE, config.locks()), slab.allocate());
  }

  /** A thread that can be ended; in a loop without an end it stays. */
  private abstract class Work {
    final CountDownLatch release = new CountDownLatch(1);
    final Thread thread;

    Work(String name) {
      thread = new Thread(this::run, name);
      thread.setDaemon(true);
      works.add(this);
    }

    abstract void work();

    private void run() {
      try {
        work();
      } catch (RuntimeException | Error e) {
        // What an interrupt of the harness makes a design throw is not meant.
        if (release.getCount() > 0) {
          thrown.compareAndSet(null, e);
        }
      }
    }

    final void end() throws InterruptedException {
      release.countDown();
      thread.interrupt();
      thread.join(MOST_MILLIS);
    }
  }

  /** A thread that stays at one place until it is ended. */
  private final class Hold extends Work {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final Consumer<Hold> work;

    Hold(Consumer<Hold> work) {
      super("held");
      this.work = work;
      thread.start();
    }

    @Override
    void work() {
      try {
        work.accept(this);
      } finally {
        reached.countDown();
      }
    }

    /** Called by the thread: the place. */
    void stay() {
      if (Thread.currentThread() == thread && reached.getCount() > 0) {
        reached.countDown();
        try {
          release.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    /** Waits until the thread is there; false if it does not come there. */
    boolean isReached() throws InterruptedException {
      return reached.await(MOST_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** A thread that inserts for one process after the other. */
  private final class Inserts extends Work {
    private final int processes;

    /** The process whose insert is under way. */
    private volatile long current;

    Inserts(long first, int processes) {
      super(OTHER);
      this.current = first;
      this.processes = processes;
      thread.start();
    }

    @Override
    void work() {
      SplittableRandom random = new SplittableRandom(SEED);
      for (int i = 0; i < processes && release.getCount() > 0; i++) {
        insert(current);
        current = ScenarioPlan.FIRST_ADDRESS + (1 + random.nextInt(1 << 30)) * ALIGNMENT;
      }
    }

    /** Waits until all inserts are done, or one of them makes no progress: then its process. */
    long watch() throws InterruptedException {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long process = NONE;
      long cpuBefore = 0;
      long waited = 0;
      for (long time = 0; time < MOST_MILLIS && thread.isAlive(); time += PAUSE_MILLIS) {
        long cpu = threads.getThreadCpuTime(thread.getId());
        if (process != current) {
          process = current;
          cpuBefore = cpu;
          waited = 0;
        }
        waited += thread.getState() == Thread.State.RUNNABLE ? 0 : PAUSE_MILLIS;
        if (waited + TimeUnit.NANOSECONDS.toMillis(cpu - cpuBefore) >= STUCK_MILLIS) {
          return process;
        }
        thread.join(PAUSE_MILLIS);
      }
      return NONE;
    }
  }
}
