package org.ptstress.model.timer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.kernel.LockFactory;
import org.ptstress.model.kernel.SpinLock;

/**
 * A process: the part of signal_struct that POSIX timers use, shared by all threads of the process.
 *
 * <p>Its {@link #address} stands for the pointer, which the kernel compares and hashes.
 */
@SuppressWarnings(
    "JavaLangClash") // the kernel's word; java.lang.Process plays no part in the model
public final class Process {
  /** The namespace of every process that does not say otherwise. */
  public static final int INITIAL_NAMESPACE = 0;

  private static final VarHandle NEXT_ID;
  private static final VarHandle ATTACHMENT;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      NEXT_ID = lookup.findVarHandle(Process.class, "nextTimerId", int.class);
      ATTACHMENT = lookup.findVarHandle(Process.class, "attachment", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long address;
  private final int signalLimit;
  private final int namespace;
  private final SpinLock siglock;
  private final AtomicInteger signalsPending;
  private final AtomicInteger inSyscall = new AtomicInteger();

  private int nextTimerId;

  @SuppressWarnings("UnusedVariable") // accessed through ATTACHMENT
  private @Nullable Object attachment;

  private volatile boolean exiting;
  private volatile boolean restoringIds;

  /** The timer published last (posix_timers); guarded by {@link #siglock}. */
  private @Nullable KTimer timers;

  /**
   * Makes a process without timers, in the initial namespace, of a user of its own.
   *
   * @param address its address, not 0, with bit 0 clear
   * @param signalLimit RLIMIT_SIGPENDING: how many timers it may have, at least 0
   * @param locks makes its siglock
   * @throws IllegalArgumentException if the address is 0 or odd, or the limit negative
   */
  public Process(long address, int signalLimit, LockFactory locks) {
    this(address, signalLimit, locks, INITIAL_NAMESPACE);
  }

  /**
   * Makes a process without timers, of a user of its own.
   *
   * @param address its address, not 0, with bit 0 clear
   * @param signalLimit RLIMIT_SIGPENDING: how many timers it may have, at least 0
   * @param locks makes its siglock
   * @param namespace the number of its namespace, any int
   * @throws IllegalArgumentException if the address is 0 or odd, or the limit negative
   */
  public Process(long address, int signalLimit, LockFactory locks, int namespace) {
    this(address, signalLimit, locks, namespace, new SignalCharges());
  }

  /**
   * Makes a process without timers.
   *
   * @param address its address, not 0, with bit 0 clear
   * @param signalLimit RLIMIT_SIGPENDING: how many timers its user may have when it creates one, at
   *     least 0
   * @param locks makes its siglock
   * @param namespace the number of its namespace, any int
   * @param charges the count of its user, which other processes may share
   * @throws IllegalArgumentException if the address is 0 or odd, or the limit negative
   */
  public Process(
      long address, int signalLimit, LockFactory locks, int namespace, SignalCharges charges) {
    if (address == 0 || (address & 1) != 0) {
      throw new IllegalArgumentException(
          "The address of a process must be even and not 0, not 0x"
              + Long.toHexString(address)
              + ".");
    }
    if (signalLimit < 0) {
      throw new IllegalArgumentException(
          "The signal limit must not be negative, not " + signalLimit + ".");
    }
    this.address = address;
    this.signalLimit = signalLimit;
    this.signalsPending = charges.pending;
    this.siglock = locks.newLock();
    this.namespace = namespace;
  }

  /**
   * The namespace that the process lives in, which only some designs ask for. It does not change.
   *
   * @return its number
   */
  public int namespace() {
    return namespace;
  }

  /**
   * The address that stands for the pointer to this process.
   *
   * @return an even value that is not 0
   */
  public long address() {
    return address;
  }

  /**
   * {@code siglock}.
   *
   * @return the lock that guards the list of timers
   */
  public SpinLock siglock() {
    return siglock;
  }

  /**
   * The id counter, read plainly: under the lock that guards it, or racily where the kernel does.
   *
   * @return the next id to try
   */
  public int nextTimerId() {
    return nextTimerId;
  }

  /**
   * Sets the id counter plainly: under the lock that guards it.
   *
   * @param id the next id to try
   */
  public void setNextTimerId(int id) {
    nextTimerId = id;
  }

  /**
   * The id counter, read outside its lock (READ_ONCE). Opaque: the load must happen once; its value
   * may be stale at once.
   *
   * @return the next id to try
   */
  public int nextTimerIdOpaque() {
    return (int) NEXT_ID.getOpaque(this);
  }

  /**
   * Takes the next value of an atomic id counter (atomic_fetch_inc). A full barrier as in the
   * kernel; the callers need only its atomicity: without it two creators would try the same id.
   *
   * @return the value before the increment; it wraps at 2^32
   */
  public int getAndIncrementTimerId() {
    return (int) NEXT_ID.getAndAdd(this, 1);
  }

  /**
   * Sets an atomic id counter (atomic_set). Opaque: concurrent increments may overtake it, as in
   * the kernel.
   *
   * @param id the next id to try
   */
  public void setNextTimerIdOpaque(int id) {
    NEXT_ID.setOpaque(this, id);
  }

  /**
   * What a design keeps in signal_struct, if it has a structure for each process. Acquire: without
   * it a lookup could see the structure and not its content. Pairs with {@link #attachIfAbsent} and
   * {@link #replaceAttachment}. Wait-free.
   *
   * @return the structure, or null if none is attached
   */
  public @Nullable Object attachment() {
    return ATTACHMENT.getAcquire(this);
  }

  /**
   * Attaches the first structure of a process, which several threads may try at once. Lock-free.
   *
   * @param structure the structure
   * @return the one that is attached now: another thread's, if that came first
   */
  public Object attachIfAbsent(Object structure) {
    Object before = ATTACHMENT.compareAndExchange(this, (Object) null, structure);
    return before == null ? structure : before;
  }

  /**
   * Replaces what a design keeps in signal_struct. Volatile: of several threads that replace the
   * same structure one succeeds, and what it wrote before is visible to whoever loads the new one,
   * see {@link #attachment}. Wait-free.
   *
   * @param expected the structure that is replaced, or null for none
   * @param structure the new structure
   * @return false if another structure is attached, and nothing changes
   */
  public boolean replaceAttachment(@Nullable Object expected, Object structure) {
    return ATTACHMENT.compareAndSet(this, expected, structure);
  }

  /**
   * Whether timer_create takes the id from the caller (prctl PR_TIMER_CREATE_RESTORE_IDS).
   *
   * @return true in restore mode
   */
  public boolean restoringIds() {
    return restoringIds;
  }

  /**
   * Switches restore mode.
   *
   * @param on whether timer_create takes the id from the caller
   */
  public void setRestoringIds(boolean on) {
    restoringIds = on;
  }

  /**
   * Charges one timer against RLIMIT_SIGPENDING; lock-free.
   *
   * @return false if the limit is reached, and nothing is charged
   */
  public boolean chargeSignal() {
    if (signalsPending.incrementAndGet() > signalLimit) {
      signalsPending.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Gives back one charge of {@link #chargeSignal}; wait-free. */
  public void unchargeSignal() {
    signalsPending.decrementAndGet();
  }

  /**
   * The number of timers that the user is charged for; for audits.
   *
   * @return the charges not given back
   */
  public int signalsCharged() {
    return signalsPending.get();
  }

  /**
   * Enters a system call.
   *
   * @return false if the process is exiting: the calling thread is killed before it gets in
   */
  public boolean enterSyscall() {
    // Sequentially consistent on both sides: either exit sees this thread inside, or this thread
    // sees the exit.
    inSyscall.incrementAndGet();
    if (exiting) {
      inSyscall.decrementAndGet();
      return false;
    }
    return true;
  }

  /**
   * Whether {@link #killThreads} was called; for audits.
   *
   * @return true if the process has ended or is about to
   */
  public boolean isExiting() {
    return exiting;
  }

  /** Leaves a system call. */
  public void leaveSyscall() {
    inSyscall.decrementAndGet();
  }

  /**
   * Kills all threads of the process and waits until none is inside a system call: what exec and
   * the end of the last thread guarantee before exit_itimers runs. Blocking.
   */
  public void killThreads() {
    exiting = true;
    while (inSyscall.get() != 0) {
      Thread.onSpinWait();
    }
  }

  /** Lets the thread that called exec make system calls again, now as the only one. */
  public void resume() {
    exiting = false;
  }

  /**
   * Adds a timer to the list. The caller holds {@link #siglock}.
   *
   * @param timer a timer that is on no list
   */
  public void link(KTimer timer) {
    timer.nextOfOwner = timers;
    timer.previousOfOwner = null;
    if (timers != null) {
      timers.previousOfOwner = timer;
    }
    timers = timer;
  }

  /**
   * Takes a timer off the list. The caller holds {@link #siglock}.
   *
   * @param timer a timer that is on the list
   */
  public void unlink(KTimer timer) {
    KTimer previous = timer.previousOfOwner;
    KTimer next = timer.nextOfOwner;
    if (previous == null) {
      timers = next;
    } else {
      previous.nextOfOwner = next;
    }
    if (next != null) {
      next.previousOfOwner = previous;
    }
    timer.previousOfOwner = null;
    timer.nextOfOwner = null;
  }

  /**
   * Visits the timers of the list, the one published last first. The caller holds {@link #siglock},
   * or is the only thread left.
   *
   * @param action what to do with each timer; it may unlink the timer
   */
  public void forEachTimer(Consumer<? super KTimer> action) {
    KTimer timer = timers;
    while (timer != null) {
      KTimer next = timer.nextOfOwner;
      action.accept(timer);
      timer = next;
    }
  }
}
