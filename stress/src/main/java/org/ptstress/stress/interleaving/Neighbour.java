package org.ptstress.stress.interleaving;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerSlab;

/**
 * The choice of a process that shares a lock with process 0 in the table at hand: an insert of
 * process 0 is held where it assigns the id, and another thread inserts for one process after the
 * other until it comes no further, and does so again for that process in a fresh table. A table
 * that assigns the id before it takes the lock shows none: its search has the default process,
 * which such a table may keep apart. The search, not this trial, is the evidence: a wrong choice
 * costs a search that finds nothing.
 */
final class Neighbour {
  /** No process has this address. */
  private static final long NONE = 0;

  private static final int PROCESSES = 2_000;
  private static final int ID_BITS = 31;
  private static final long SEED = 20121001;

  /** Of objects in the kernel's slabs: nearer together than they are, to come into every share. */
  private static final long ALIGNMENT = 64;

  private static final int PAUSE_MILLIS = 5;

  /** A thread that waits this long in one insert, or that computes so long, is stuck. */
  private static final int STUCK_MILLIS = 40;

  /** A thread that gets no CPU is not stuck; but nobody waits for it longer. */
  private static final int MOST_MILLIS = 2_000;

  /** The name of the thread that is to get stuck. */
  static final String OTHER = "other inserts";

  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final TimerTable table;
  private final TimerSlab slab;
  private final TableConfig config;
  private final Thread holder = daemon(this::insertOfFirst, "held insert");
  private final Thread other = daemon(this::insertOfOthers, OTHER);

  private final int processes;

  /** The process whose insert is under way. */
  private volatile long current;

  private Neighbour(Design design, TableConfig narrow, long first, int processes) {
    this.current = first;
    this.processes = processes;
    this.config =
        new TableConfig(
            ID_BITS, narrow.buckets(), narrow.cpus(), narrow.locks(), narrow.reclamation());
    Rcu rcu = config.reclamation().newRcu();
    this.table = design.newTable(config, rcu);
    this.slab = new TimerSlab(config.locks(), config.reclamation(), rcu, this::hold);
  }

  /**
   * The process that shares a lock with process 0.
   *
   * @param design the design
   * @param narrow the dimensions of the search
   * @return its address; that of process 1 if there is none
   */
  static long of(Design design, TableConfig narrow) {
    try {
      long found = new Neighbour(design, narrow, ScenarioPlan.SECOND_ADDRESS, PROCESSES).stuck();
      // A thread may wait for the machine, too, but hardly twice in the same insert.
      if (found != NONE && new Neighbour(design, narrow, found, 1).stuck() == found) {
        return found;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // A design that throws does so in the search too, which says so.
    }
    return ScenarioPlan.SECOND_ADDRESS;
  }

  /** The process whose insert does not end beside the one that is held. */
  private long stuck() throws InterruptedException {
    holder.start();
    try {
      if (!held.await(MOST_MILLIS, TimeUnit.MILLISECONDS)) {
        return NONE;
      }
      other.start();
      return watch();
    } finally {
      end();
    }
  }

  /** Ends both threads, which would take a CPU from the search; a loop without an end stays. */
  private void end() throws InterruptedException {
    release.countDown();
    for (Thread thread : List.of(holder, other)) {
      thread.interrupt();
      thread.join(MOST_MILLIS);
    }
  }

  /** Waits until the other inserts are done, or one of them makes no progress. */
  private long watch() throws InterruptedException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long process = 0;
    long cpuBefore = 0;
    long waited = 0;
    for (long time = 0; time < MOST_MILLIS && other.isAlive(); time += PAUSE_MILLIS) {
      long cpu = threads.getThreadCpuTime(other.getId());
      if (process != current) {
        process = current;
        cpuBefore = cpu;
        waited = 0;
      }
      waited += other.getState() == Thread.State.RUNNABLE ? 0 : PAUSE_MILLIS;
      if (waited + TimeUnit.NANOSECONDS.toMillis(cpu - cpuBefore) >= STUCK_MILLIS) {
        return process;
      }
      other.join(PAUSE_MILLIS);
    }
    return NONE;
  }

  private void hold() {
    if (Thread.currentThread() == holder && held.getCount() > 0) {
      held.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void insertOfFirst() {
    try {
      insert(ScenarioPlan.FIRST_ADDRESS);
    } finally {
      held.countDown();
    }
  }

  private void insertOfOthers() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < processes && release.getCount() > 0; i++) {
      insert(current);
      current = ScenarioPlan.FIRST_ADDRESS + (1 + random.nextInt(1 << 30)) * ALIGNMENT;
    }
  }

  private void insert(long address) {
    table.insert(new Process(address, Integer.MAX_VALUE, config.locks()), slab.allocate());
  }

  private static Thread daemon(Runnable body, String name) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    // A design that throws does so in the search too, which says so.
    thread.setUncaughtExceptionHandler((unused, e) -> {});
    return thread;
  }
}
