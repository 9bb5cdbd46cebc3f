package org.ptstress.model.timer;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.LockFactory;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.kernel.TestAndSetLock;

/**
 * The allocator of timers (posix_timers_cache). A freed timer is poisoned and handed out again,
 * last freed first, so that a use after free reads poison or another timer: the JVM's collector
 * would otherwise hide it.
 *
 * <p>Allocating and freeing block on a spinlock of the slab, except under {@link
 * ReclamationKind#COLLECTOR}, where every timer is new and a freed one is left to the collector.
 */
public final class TimerSlab {
  private final LockFactory timerLocks;
  private final boolean reuses;
  private final Rcu rcu;
  private final SpinLock lock = new TestAndSetLock();

  private final AtomicReference<@Nullable Corruption> firstCorruption = new AtomicReference<>();

  /** Whether a timer was used that the slab has; noticed in checked mode. */
  private volatile boolean usedFreed;

  /** The first thread that only checked mode brought out of a call. */
  private final AtomicReference<@Nullable Thread> lost = new AtomicReference<>();

  /** The number of walks and searches that checked mode has ended. */
  private final AtomicInteger endless = new AtomicInteger();

  /** The number of timers that were made; counted in checked mode. */
  private final AtomicInteger made = new AtomicInteger();

  /** The timer freed last; guarded by {@link #lock}. */
  private @Nullable KTimer free;

  /**
   * Makes an empty slab.
   *
   * @param timerLocks makes every timer's {@code it_lock}
   * @param reclamation whether freed timers are handed out again
   * @param rcu polled before an allocation, so that timers whose grace period is over come back
   */
  public TimerSlab(LockFactory timerLocks, ReclamationKind reclamation, Rcu rcu) {
    this.timerLocks = timerLocks;
    this.reuses = reclamation.reuses();
    this.rcu = rcu;
  }

  /**
   * Allocates a zero-filled timer.
   *
   * @return a timer that belongs to the caller alone
   */
  public KTimer allocate() {
    if (!reuses) {
      return newTimer();
    }
    rcu.poll();
    lock.lock();
    KTimer timer = free;
    if (timer != null) {
      free = timer.nextFree;
      timer.handOut();
    }
    lock.unlock();
    return timer != null ? timer : newTimer();
  }

  /**
   * Poisons a timer and keeps it for the next allocation; leaves it to the collector if it does not
   * reuse.
   *
   * @param timer a timer of this slab that nobody may use any more
   */
  void free(KTimer timer) {
    if (!reuses) {
      return;
    }
    lock.lock();
    boolean twice = timer.isFreed();
    if (!twice) {
      timer.poison();
      timer.nextFree = free;
      free = timer;
    }
    lock.unlock();
    if (twice) {
      report(Corruption.DOUBLE_FREE);
    }
  }

  /** The number of timers, free or not; in checked mode. */
  int timers() {
    return made.get();
  }

  /** A timer was used that the slab has: damage, unless something else explains it. */
  void noteUseAfterFree() {
    usedFreed = true;
  }

  /** Keeps the first report of damage. */
  void report(Corruption corruption) {
    if (corruption.isEndless()) {
      lost.compareAndSet(null, Thread.currentThread());
      endless.incrementAndGet();
    }
    firstCorruption.compareAndSet(null, corruption);
  }

  /**
   * The damage that was noticed first among this slab's timers; for audits. That a freed timer was
   * used counts only if there is no other: whoever deletes a timer twice uses it, too.
   *
   * @return the damage, or null if none was noticed
   */
  public @Nullable Corruption firstCorruption() {
    Corruption first = firstCorruption.get();
    return first == null && usedFreed ? Corruption.USE_AFTER_FREE : first;
  }

  /**
   * The first thread that would never have returned from a call, had checked mode not proved that
   * and let it return; for audits.
   *
   * @return the thread, or null if there is none
   */
  public @Nullable Thread lostThread() {
    return lost.get();
  }

  /**
   * How many walks and searches checked mode has ended, because they were proved to be endless; for
   * audits.
   *
   * @return the number since the slab was made
   */
  public int endless() {
    return endless.get();
  }

  private KTimer newTimer() {
    if (Checked.ON) {
      made.incrementAndGet();
    }
    return new KTimer(this, timerLocks.newLock());
  }
}
