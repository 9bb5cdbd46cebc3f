package org.ptstress.bench;

import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.fault.Faults;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SlabAddresses;
import org.ptstress.model.timer.TimerSlab;

/**
 * A table of the kernel's dimensions with one process that has a given number of published timers.
 *
 * <p>Read sections are not opened around finds: with the JVM's collector as grace period they are
 * empty, as on a kernel without preemption.
 *
 * @param table the table
 * @param slab allocates more timers
 * @param rcu takes the timers that were removed
 * @param process the owner of every timer
 * @param ids the ids of its timers, in the order of their creation
 */
@SuppressWarnings("ArrayRecordComponent") // read in measured loops; nobody compares two tables
record FilledTable(TimerTable table, TimerSlab slab, Rcu rcu, Process process, int[] ids) {
  /** Any value: the address only has to be one that the kernel could hand out. */
  private static final long ADDRESS_SEED = 1;

  /** The same of the dimensions that the kernel gives the table on this machine. */
  static FilledTable of(String design, int timers) {
    return of(design, timers, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Creates a table and fills it.
   *
   * @param design the name of a design in the catalogue
   * @param timers how many timers to create, from 0
   * @param cpus the CPUs of the machine whose table it is: since 6.15 they decide its size
   * @throws IllegalArgumentException if there is no such design
   * @throws IllegalStateException if the design refuses one of the timers
   */
  static FilledTable of(String design, int timers, int cpus) {
    TableConfig config = TableConfig.kernel(cpus);
    Rcu rcu = config.reclamation().newRcu();
    FilledTable filled =
        new FilledTable(
            Faults.subject(design).newTable(config, rcu),
            new TimerSlab(config.locks(), config.reclamation(), rcu),
            rcu,
            new Process(new SlabAddresses(ADDRESS_SEED).next(), Integer.MAX_VALUE, config.locks()),
            new int[timers]);
    for (int i = 0; i < timers; i++) {
      int id = filled.create(filled.slab.allocate());
      if (id < 0) {
        throw new IllegalStateException(
            design + " refused timer " + (i + 1) + " of " + timers + ": -" + Errno.name(id) + ".");
      }
      filled.ids[i] = id;
    }
    return filled;
  }

  /**
   * The steps of timer_create after the allocation.
   *
   * @param timer a zero-filled timer that belongs to the caller alone
   * @return its id, or a negated {@link Errno}
   */
  int create(KTimer timer) {
    int id = table.insert(process, timer);
    if (id >= 0) {
      timer.initialise(ClockId.MONOTONIC, id);
      table.publish(process, timer);
    }
    return id;
  }

  /**
   * The steps of timer_delete after the lookup.
   *
   * @param timer a published timer that no other thread deletes
   */
  void delete(KTimer timer) {
    timer.lock().lock();
    table.invalidate(process, timer);
    timer.lock().unlock();
    table.remove(process, timer);
    table.reclaim(rcu, timer);
  }
}
