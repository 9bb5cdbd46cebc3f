package org.ptstress.model.syscall;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerInfo;
import org.ptstress.model.timer.TimerSlab;

/**
 * The timer system calls over any table, in the kernel's order of steps.
 *
 * <p>Create: read the event, check the clock, in restore mode read the wanted id, charge, allocate,
 * insert, initialise, copy out, publish. Every other call: find, lock the timer, look at its owner
 * again. Delete: invalidate under the lock, unhash, reclaim after a grace period. Locks nest as
 * {@code it_lock} then {@code siglock}; a table's own locks are leaves.
 *
 * <p>All calls return 0 or a negated {@link Errno}; they block on spinlocks only. When a table
 * throws, the exception goes to the caller, and the locks and read sections that the call itself
 * had taken are closed: what the table took, and the timer, are lost.
 *
 * <p>Deviations, in every kernel version alike: no timer ever expires, so no call has to wait for a
 * callback, and none overruns; exit takes siglock where 3.x, as the last thread, did without; a
 * thread of a dying process gets -ESRCH from create and delete where the kernel would kill it, and
 * its reads go on. A clock's own create never fails. Exit and exec delete from the process' list,
 * which 6.15 first moves aside. Nothing but the table refers to a timer, so a delete frees it where
 * 6.15 drops a reference. Fields lie as the JVM puts them, not in the cache lines that 6.15 gave
 * them. What a running kernel answers to the same calls is compared in docs/fidelity.md.
 */
public final class TimerSyscalls {
  /** {@link #prctl}: ids come from the kernel. */
  public static final int RESTORE_IDS_OFF = 0;

  /** {@link #prctl}: ids come from the caller. */
  public static final int RESTORE_IDS_ON = 1;

  /** {@link #prctl}: which of both. */
  public static final int RESTORE_IDS_GET = 2;

  private final TimerTable table;
  private final TimerSlab slab;
  private final Rcu rcu;
  private final int maxId;
  private final boolean chargesFirst;

  /**
   * Puts the calls of today's kernel over an empty table.
   *
   * @param table the design under test
   * @param config the dimensions that it was made with
   * @param rcu the domain that it was made with
   */
  public TimerSyscalls(TimerTable table, TableConfig config, Rcu rcu) {
    this(table, config, rcu, SyscallEra.LINUX_6_17);
  }

  /**
   * Puts the calls of an era over an empty table.
   *
   * @param table the design under test
   * @param config the dimensions that it was made with
   * @param rcu the domain that it was made with
   * @param era what a create in restore mode does first
   */
  public TimerSyscalls(TimerTable table, TableConfig config, Rcu rcu, SyscallEra era) {
    this.chargesFirst = era == SyscallEra.LINUX_6_15;
    this.table = table;
    this.rcu = rcu;
    this.slab = new TimerSlab(config.locks(), config.reclamation(), rcu);
    this.maxId = config.maxId();
  }

  /**
   * Makes an empty table and puts the calls of today's kernel over it.
   *
   * @param design the design under test
   * @param config the dimensions
   * @return the calls
   */
  public static TimerSyscalls over(Design design, TableConfig config) {
    return over(design, config, SyscallEra.LINUX_6_17);
  }

  /**
   * Makes an empty table and puts the calls of an era over it.
   *
   * @param design the design under test
   * @param config the dimensions
   * @param era what a create in restore mode does first
   * @return the calls
   */
  public static TimerSyscalls over(Design design, TableConfig config, SyscallEra era) {
    Rcu rcu = config.reclamation().newRcu();
    return new TimerSyscalls(design.newTable(config, rcu), config, rcu, era);
  }

  /**
   * The table under the calls.
   *
   * @return the table
   */
  public TimerTable table() {
    return table;
  }

  /**
   * timer_create(2).
   *
   * @param current the calling process
   * @param clock the clock, or null for one that does not exist
   * @param event how the timer notifies, or null for memory that cannot be read
   * @param createdId receives the id; in restore mode holds the wanted one
   * @return 0; -EFAULT for the memory of the event; -EINVAL or -EOPNOTSUPP for the clock; -EFAULT
   *     or -EINVAL for the wanted id; -EAGAIN if RLIMIT_SIGPENDING is reached or no id is free;
   *     -EBUSY if the wanted id is taken; -EINVAL for the event; -EFAULT for the memory of the id;
   *     or whatever negative id a broken design hands out
   */
  public int timerCreate(
      Process current, @Nullable ClockId clock, @Nullable SigEvent event, UserId createdId) {
    if (!current.enterSyscall()) {
      return -Errno.ESRCH;
    }
    try {
      return event == null ? -Errno.EFAULT : create(current, clock, event, createdId);
    } finally {
      current.leaveSyscall();
    }
  }

  private int create(Process current, @Nullable ClockId clock, SigEvent event, UserId createdId) {
    if (clock == null) {
      return -Errno.EINVAL;
    }
    if (!clock.hasTimers()) {
      return -Errno.EOPNOTSUPP;
    }
    boolean exact = current.restoringIds();
    int unusable = exact ? errorOf(createdId) : 0;
    if (unusable != 0) {
      // With the charge goes a timer that nobody has any more.
      return chargesFirst && !current.chargeSignal() ? -Errno.EAGAIN : unusable;
    }
    if (!current.chargeSignal()) {
      return -Errno.EAGAIN;
    }
    KTimer timer = slab.allocate();
    int id = exact ? table.insertAt(current, timer, createdId.get()) : table.insert(current, timer);
    if (id < 0) {
      // The kernel takes every negative result for an error and skips the unhashing: right, unless
      // a design hashed the
      // timer and returned a negative id.
      free(current, timer);
      return id;
    }
    timer.initialise(clock, event.value());
    int error = 0;
    if (!event.valid()) {
      error = -Errno.EINVAL;
    } else if (createdId.faults()) {
      error = -Errno.EFAULT;
    }
    if (error != 0) {
      table.remove(current, timer);
      free(current, timer);
      return error;
    }
    createdId.set(id);
    table.publish(current, timer);
    return 0;
  }

  /** Why a wanted id is none. */
  private int errorOf(UserId wanted) {
    if (wanted.faults()) {
      return -Errno.EFAULT;
    }
    return wanted.get() < 0 || wanted.get() > maxId ? -Errno.EINVAL : 0;
  }

  /**
   * timer_gettime(2).
   *
   * @param current the calling process
   * @param id any int
   * @param info receives the settings
   * @return 0, or -EINVAL if the process has no such timer
   */
  public int timerGettime(Process current, int id, TimerInfo info) {
    KTimer timer = lockTimer(current, id);
    if (timer == null) {
      return -Errno.EINVAL;
    }
    timer.describe(info);
    timer.lock().unlock();
    return 0;
  }

  /**
   * timer_settime(2) with a relative time.
   *
   * @param current the calling process
   * @param id any int
   * @param expiresNanos time to expiry in ns; 0 disarms
   * @param intervalNanos period in ns; 0 for a single expiry
   * @return 0, or -EINVAL if the process has no such timer or a time is negative
   */
  public int timerSettime(Process current, int id, long expiresNanos, long intervalNanos) {
    if (expiresNanos < 0 || intervalNanos < 0) {
      return -Errno.EINVAL;
    }
    KTimer timer = lockTimer(current, id);
    if (timer == null) {
      return -Errno.EINVAL;
    }
    timer.arm(expiresNanos, intervalNanos);
    timer.lock().unlock();
    return 0;
  }

  /**
   * timer_getoverrun(2).
   *
   * @param current the calling process
   * @param id any int
   * @return 0, because no timer expires; or -EINVAL if the process has no such timer
   */
  public int timerGetoverrun(Process current, int id) {
    KTimer timer = lockTimer(current, id);
    if (timer == null) {
      return -Errno.EINVAL;
    }
    timer.lock().unlock();
    return 0;
  }

  /**
   * timer_delete(2).
   *
   * @param current the calling process
   * @param id any int
   * @return 0, or -EINVAL if the process has no such timer
   */
  public int timerDelete(Process current, int id) {
    if (!current.enterSyscall()) {
      return -Errno.ESRCH;
    }
    try {
      KTimer timer = lockTimer(current, id);
      if (timer == null) {
        return -Errno.EINVAL;
      }
      deleteLocked(current, timer);
      return 0;
    } finally {
      current.leaveSyscall();
    }
  }

  /**
   * prctl(PR_TIMER_CREATE_RESTORE_IDS), number 77, of 6.15.
   *
   * @param current the calling process
   * @param operation {@link #RESTORE_IDS_OFF}, {@link #RESTORE_IDS_ON} or {@link #RESTORE_IDS_GET}
   * @return 0, or for GET whether restore mode is on; -EINVAL for another operation, or a design
   *     without exact ids
   */
  public int prctl(Process current, int operation) {
    if (!table.hasExactIds()) {
      return -Errno.EINVAL;
    }
    switch (operation) {
      case RESTORE_IDS_OFF, RESTORE_IDS_ON -> {
        current.setRestoringIds(operation == RESTORE_IDS_ON);
        return 0;
      }
      case RESTORE_IDS_GET -> {
        return current.restoringIds() ? 1 : 0;
      }
      default -> {
        return -Errno.EINVAL;
      }
    }
  }

  /**
   * The timers' share of exit: kills the process' other threads, then deletes all its timers
   * (exit_itimers).
   *
   * @param process the process; it must not be inside another call of this thread
   */
  public void exit(Process process) {
    deleteAll(process);
    table.release(process);
  }

  /**
   * The timers' share of exec: as {@link #exit}, and the calling thread goes on. The id counter
   * survives, timers and restore mode do not.
   *
   * @param process the process; it must not be inside another call of this thread
   */
  public void exec(Process process) {
    deleteAll(process);
    process.resume();
  }

  private void deleteAll(Process process) {
    process.killThreads();
    process.setRestoringIds(false);
    table.forEachOf(
        process,
        timer -> {
          timer.lock().lock();
          deleteLocked(process, timer);
        });
  }

  /**
   * Waits until every deleted timer is back in the slab; for audits. Must not be called inside a
   * system call, nor while another thread is in one.
   *
   * @return false if one was lost on the way, and never comes
   */
  public boolean quiesce() {
    return rcu.drain();
  }

  /**
   * The damage that was noticed first; for audits.
   *
   * @return the damage, or null if none was noticed
   */
  public @Nullable Corruption firstCorruption() {
    return slab.firstCorruption();
  }

  /**
   * The first thread that would never have returned from a call; for audits, in checked mode, where
   * a walk or search that is proved to be endless is left.
   *
   * @return the thread, or null if every call ended by itself
   */
  public @Nullable Thread lostThread() {
    return slab.lostThread();
  }

  /**
   * How many walks and searches were left because they were proved to be endless; for audits, in
   * checked mode.
   *
   * @return the number so far
   */
  public int endless() {
    return slab.endless();
  }

  /**
   * A lookup alone, without locking what it finds: the part of every call that Dumazet wanted free
   * of locks.
   *
   * @param current the calling process
   * @param id any int
   * @return whether a timer was found
   */
  public boolean lookup(Process current, int id) {
    int section = rcu.readLock();
    try {
      return table.find(current, id) != null;
    } finally {
      rcu.readUnlock(section);
    }
  }

  /** Finds and locks a timer (lock_timer). The caller unlocks it. */
  private @Nullable KTimer lockTimer(Process current, int id) {
    int section = rcu.readLock();
    try {
      return table.findAndLock(current, id);
    } finally {
      rcu.readUnlock(section);
    }
  }

  private void deleteLocked(Process owner, KTimer timer) {
    try {
      table.invalidate(owner, timer);
    } finally {
      timer.lock().unlock();
    }
    table.remove(owner, timer);
    free(owner, timer);
  }

  private void free(Process owner, KTimer timer) {
    owner.unchargeSignal();
    table.reclaim(rcu, timer);
  }
}
