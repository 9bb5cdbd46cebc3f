package org.ptstress.model.timer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.HashNode;
import org.ptstress.model.kernel.RcuCallback;
import org.ptstress.model.kernel.SpinLock;

/**
 * A timer (k_itimer).
 *
 * <p>{@code it_signal} says whom the timer belongs to and whether it may be found: it is the
 * address of the owning process, or 0, or (since 6.15) the address with bit 0 set while the timer
 * is not yet or no longer valid. Everything else but {@code it_id} is guarded by {@code it_lock}
 * once the timer is published.
 */
public final class KTimer extends HashNode implements RcuCallback {
  /** The poison that the slab writes into freed ids, as SLUB does with every byte. */
  public static final int POISON_ID = 0x6b6b6b6b;

  /** The poison that the slab writes into freed words. */
  public static final long POISON = 0x6b6b6b6b_6b6b6b6bL;

  /**
   * Bit 0 of {@code it_signal}, since 2025: the timer is hashed, but not yet or no longer findable.
   */
  public static final long NOT_VALID = 1;

  private static final VarHandle SIGNAL;
  private static final VarHandle KEY;

  static {
    try {
      SIGNAL = MethodHandles.lookup().findVarHandle(KTimer.class, "signal", long.class);
      KEY = MethodHandles.lookup().findVarHandle(KTimer.class, "key", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final TimerSlab slab;
  private final SpinLock lock;
  private long signal;

  @SuppressWarnings("UnusedVariable") // accessed through KEY
  private long key;

  private int id;

  private @Nullable ClockId clock;
  private long sigevValue;
  private int overrun;
  private long expiresNanos;
  private long intervalNanos;

  /** Links of the owner's list of timers; guarded by the owner's siglock. */
  @Nullable KTimer previousOfOwner;

  @Nullable KTimer nextOfOwner;

  /** Link of the slab's list of free timers; guarded by the slab's lock. */
  @Nullable KTimer nextFree;

  /** Whether the slab has this timer; guarded by the slab's lock, read by checks without it. */
  private boolean freed;

  KTimer(TimerSlab slab, SpinLock lock) {
    this.slab = slab;
    this.lock = lock;
  }

  /**
   * {@code it_lock}.
   *
   * @return the lock that guards this timer's settings and its validity
   */
  public SpinLock lock() {
    noteUse();
    return lock;
  }

  /**
   * {@code it_id}, read plainly: it is written before the timer is published.
   *
   * @return the id, 0 before one is assigned
   */
  public int id() {
    noteUse();
    return id;
  }

  /**
   * Assigns {@code it_id}.
   *
   * @param id the id
   */
  public void setId(int id) {
    this.id = id;
  }

  /**
   * {@code it_signal}, read under the timer's lock, or where no other thread uses the timer.
   *
   * @return the owner's address, possibly with bit 0 set, or 0
   */
  public long signal() {
    noteUse();
    return signal;
  }

  /**
   * {@code it_signal} for a lookup without a lock (READ_ONCE). Opaque: the load must happen once
   * and whole. It brings no order, which is why a caller locks {@code it_lock} and reads again
   * before it trusts the timer.
   *
   * @return the owner's address, possibly with bit 0 set, or 0
   */
  public long signalOpaque() {
    noteUse();
    return (long) SIGNAL.getOpaque(this);
  }

  /**
   * {@code it_signal} for a lookup that relies on what was written before the timer was published
   * (smp_load_acquire). Acquire: without it the lookup could see the owner and not the timer's
   * fields. Pairs with {@link #setSignalRelease}.
   *
   * @return the owner's address, possibly with bit 0 set, or 0
   */
  public long signalAcquire() {
    noteUse();
    return (long) SIGNAL.getAcquire(this);
  }

  /**
   * Publishes the timer (smp_store_release). Release: without it a lookup could see the owner and
   * not what was written before. Pairs with {@link #signalAcquire}.
   *
   * @param signal the owner's address
   */
  public void setSignalRelease(long signal) {
    SIGNAL.setRelease(this, signal);
  }

  /**
   * Sets {@code it_signal} where lookups may read it without a lock (WRITE_ONCE). Opaque: the store
   * must happen once and whole. It brings no order: other fields are made visible by the lock under
   * which it is set, if readers take it.
   *
   * @param signal the owner's address, possibly with bit 0 set, or 0
   */
  public void setSignal(long signal) {
    SIGNAL.setOpaque(this, signal);
  }

  /**
   * What {@link #keyAcquire} says of a timer that may be found under an id. No other int has the
   * same key, and neither 0 nor what is poisoned is one.
   *
   * @param id any int
   * @return its key
   */
  public static long key(int id) {
    return (1L << Integer.SIZE) + id;
  }

  /**
   * The id and whether it may be found in one word, for a lookup that loads no other one of the
   * timer. Acquire: without it the lookup could see the key and not the timer's fields. Pairs with
   * {@link #setKeyRelease}.
   *
   * @return {@link #key} of the id; 0 while the timer must not be found
   */
  public long keyAcquire() {
    noteUse();
    return (long) KEY.getAcquire(this);
  }

  /**
   * Lets the timer be found by its key. Release: without it a lookup could see the key and not what
   * was written before. Pairs with {@link #keyAcquire}.
   *
   * @param key {@link #key} of the id
   */
  public void setKeyRelease(long key) {
    KEY.setRelease(this, key);
  }

  /**
   * Sets the key without an order. Opaque: the store must happen once and whole.
   *
   * @param key {@link #key} of the id, or 0 so that no lookup finds the timer
   */
  public void setKey(long key) {
    KEY.setOpaque(this, key);
  }

  /**
   * Fills in the fields of a created timer.
   *
   * @param clock the clock it runs on
   * @param sigevValue what its signal will carry
   */
  public void initialise(ClockId clock, long sigevValue) {
    this.clock = clock;
    this.sigevValue = sigevValue;
    this.overrun = -1;
  }

  /**
   * Arms or disarms the timer. The caller holds {@link #lock}.
   *
   * @param expiresNanos time to expiry in ns; 0 disarms
   * @param intervalNanos period in ns; 0 for a single expiry
   */
  public void arm(long expiresNanos, long intervalNanos) {
    this.expiresNanos = expiresNanos;
    this.intervalNanos = intervalNanos;
  }

  /**
   * Copies the settings. The caller holds {@link #lock}.
   *
   * @param info where to
   */
  public void describe(TimerInfo info) {
    noteUse();
    info.set(this, clock, sigevValue, overrun, expiresNanos, intervalNanos);
  }

  /**
   * Nobody has a timer that the slab has. A kernel would not notice, and read on; so would a design
   * whose caller drops what it reads.
   */
  private void noteUse() {
    if (Checked.ON && freed) {
      slab.noteUseAfterFree();
    }
  }

  /** Gives the timer back to its slab: the end of a grace period. */
  @Override
  public void reclaim() {
    slab.free(this);
  }

  @Override
  protected boolean isFreed() {
    return freed;
  }

  @Override
  protected int population() {
    return slab.timers();
  }

  @Override
  public void report(Corruption corruption) {
    slab.report(corruption);
  }

  /** Marks the timer as handed out and zero-fills it, as kmem_cache_zalloc does. */
  void handOut() {
    freed = false;
    nextFree = null;
    clearLinks();
    fill(0, 0);
  }

  /** Marks the timer as free and overwrites it, so that a use after free shows. */
  void poison() {
    freed = true;
    fill(POISON_ID, POISON);
  }

  private void fill(int word, long value) {
    id = word;
    setSignal(value);
    setKey(value);
    clock = null;
    sigevValue = value;
    overrun = word;
    expiresNanos = value;
    intervalNanos = value;
  }
}
