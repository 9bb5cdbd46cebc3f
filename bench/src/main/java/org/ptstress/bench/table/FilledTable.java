package org.ptstress.bench.table;

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
 * @param addresses where further processes are
 * @param config its dimensions
 * @param process the owner of every timer
 * @param ids the ids of its timers, in the order of their creation
 */
@SuppressWarnings("ArrayRecordComponent") // read in measured loops; nobody compares two tables
public record FilledTable(
    TimerTable table,
    TimerSlab slab,
    Rcu rcu,
    SlabAddresses addresses,
    TableConfig config,
    Process process,
    int[] ids) {
  /** Any value: the address only has to be one that the kernel could hand out. */
  private static final long ADDRESS_SEED = 1;

  /** A table of the dimensions that the kernel gives it on this machine. */
  public static FilledTable of(String design, int timers) {
    return of(design, timers, Runtime.getRuntime().availableProcessors());
  }

  /** A table with the dimensions that the kernel gives it on another machine. */
  public static FilledTable of(String design, int timers, int cpus) {
    return of(design, timers, TableConfig.kernel(cpus));
  }

  /**
   * Creates a table and fills it.
   *
   * @param design the name of a design in the catalogue
   * @param timers the number of timers to create, from 0
   * @param config the table's dimensions; since 6.15 the CPUs decide its size
   * @throws IllegalArgumentException if there is no such design
   * @throws IllegalStateException if the design refuses one of the timers
   */
  public static FilledTable of(String design, int timers, TableConfig config) {
    Rcu rcu = config.reclamation().newRcu();
    SlabAddresses addresses = new SlabAddresses(ADDRESS_SEED);
    FilledTable filled =
        new FilledTable(
            Faults.subject(design).newTable(config, rcu),
            new TimerSlab(config.locks(), config.reclamation(), rcu),
            rcu,
            addresses,
            config,
            newProcess(addresses, config),
            new int[timers]);
    for (int i = 0; i < timers; i++) {
      filled.ids[i] = filled.createOrThrow(filled.process);
    }
    return filled;
  }

  private static Process newProcess(SlabAddresses addresses, TableConfig config) {
    return new Process(addresses.next(), Integer.MAX_VALUE, config.locks());
  }

  /** Another process, without timers; blocking, but any thread may ask. */
  public Process newProcess() {
    // One after the other: addresses are handed out without a lock.
    synchronized (addresses) {
      return newProcess(addresses, config);
    }
  }

  /**
   * Creates a timer that the table must take.
   *
   * @param owner the process that creates it
   * @return its id
   * @throws IllegalStateException if the table refuses it
   */
  public int createOrThrow(Process owner) {
    return createOrThrow(owner, slab.allocate());
  }

  /** Creates a timer that is allocated already, and belongs to the caller alone. */
  public int createOrThrow(Process owner, KTimer timer) {
    int id = create(owner, timer);
    if (id < 0) {
      throw new IllegalStateException("The table refused a timer: -" + Errno.name(id) + ".");
    }
    return id;
  }

  /**
   * The steps of timer_create after the allocation.
   *
   * @param owner the process that creates it
   * @param timer a zero-filled timer that belongs to the caller alone
   * @return its id, or a negated {@link Errno}
   */
  public int create(Process owner, KTimer timer) {
    int id = table.insert(owner, timer);
    if (id >= 0) {
      timer.initialise(ClockId.MONOTONIC, id);
      table.publish(owner, timer);
    }
    return id;
  }

  /** Creates a timer in the process of the others. */
  public int create(KTimer timer) {
    return create(process, timer);
  }

  /**
   * The steps of timer_delete after the lookup.
   *
   * @param owner the process that has it
   * @param timer a published timer that no other thread deletes
   */
  public void delete(Process owner, KTimer timer) {
    timer.lock().lock();
    table.invalidate(owner, timer);
    timer.lock().unlock();
    table.remove(owner, timer);
    table.reclaim(rcu, timer);
  }

  /** Deletes a timer of the process of the others. */
  public void delete(KTimer timer) {
    delete(process, timer);
  }
}
