package org.ptstress.model.design;

import static org.ptstress.model.Claim.AS_GOOD_AS_BEFORE;
import static org.ptstress.model.Claim.FIND_BESIDE_CHANGE;
import static org.ptstress.model.Claim.FIND_WITHOUT_LOCK;
import static org.ptstress.model.Claim.SCALABLE_FIND;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.RadixIdr;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * The idr up to Linux 2.6.39, before RCU: one radix tree for the machine, the lowest free id for
 * each new timer, and one spinlock around every operation including each lookup.
 *
 * <p>Lookup: take the idr's lock, look the id up, take the timer's lock inside it, compare id and
 * owner under both; if they fit, release the idr's lock only and hand out the locked timer,
 * otherwise release both. Insert and remove: under the idr's lock, take the lowest free id, or free
 * it. A deleted timer is given back at once: there is no reader to wait for, because whoever waits
 * for a timer's lock does so under the idr's lock, which the deleter needs before it can free the
 * timer.
 *
 * <p>Progress: everything blocks on one spinlock, and a lookup that waits for a timer's lock makes
 * every other call wait with it.
 *
 * <p>What RCU fixed in 3.0: lookups of all processes queue, 98 % of the time of one benchmark on 16
 * CPUs. What 3.0 made worse: here the id is compared with the timer's, so one with the sign bit set
 * finds nothing, although the idr cuts it to 31 bits. Left broken until later: ids are unique for
 * the machine and come back at once; a timer is published without {@code it_lock}.
 *
 * <p>Lock order: {@code idr_lock -> it_lock -> siglock}. No cycle, because a delete releases {@code
 * it_lock} before it takes {@code idr_lock} to unhash the timer.
 *
 * <p>Deviations: layers are allocated under the lock (see {@link RadixIdr}). The owner is compared
 * as in later kernels, by {@code it_signal}; 2.6 compared the thread group of {@code it_process}.
 * Lookups in the kernel also switch interrupts off, which a model has none of. A lookup alone,
 * {@link #find}, is no step of 2.6: it compares id and owner without {@code it_lock}.
 *
 * <p>Source: Linux 2.6.24, and what commit 8af088710d1e says of the state before it.
 */
final class LockedIdr implements TimerTable {
  private final RadixIdr<KTimer> idr;
  private final SpinLock idrLock;

  LockedIdr(TableConfig config) {
    this.idr = new RadixIdr<>(config.idBits());
    this.idrLock = config.locks().newLock();
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    return Idrs.insertLowest(idr, idrLock, timer);
  }

  /**
   * The lookup alone. What it returns may be freed as soon as the lock is released, so it says only
   * that there was such a timer: calls use {@link #findAndLock}.
   */
  @Override
  public @Nullable KTimer find(Process owner, int id) {
    idrLock.lock();
    KTimer timer = idr.find(id);
    boolean found = timer != null && timer.id() == id && timer.signalOpaque() == owner.address();
    idrLock.unlock();
    return found ? timer : null;
  }

  @Override
  public @Nullable KTimer findAndLock(Process owner, int id) {
    idrLock.lock();
    KTimer timer = idr.find(id);
    if (timer == null) {
      idrLock.unlock();
      return null;
    }
    // Inside idr_lock: outside of it nothing would keep the timer from being freed and handed out
    // again while this thread waits.
    timer.lock().lock();
    if (timer.id() == id && timer.signal() == owner.address()) {
      // From here on it_lock keeps it: a delete needs that first.
      idrLock.unlock();
      return timer;
    }
    timer.lock().unlock();
    idrLock.unlock();
    return null;
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    Idrs.remove(idr, idrLock, timer);
  }

  @Override
  public void reclaim(Rcu rcu, KTimer timer) {
    // Without a grace period. The timer is out of the idr, so no lookup can reach it any more; and
    // one that had reached it before held idr_lock until it had it_lock or had let go, so remove()
    // waited for it. A lookup that got it_lock was gone when the deleter, which needed it_lock
    // next, marked the timer.
    timer.reclaim();
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    idr.forEach(action);
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "LockedIdr",
          "Linux up to 2.6.39",
          "One idr for the machine, lowest free id, one spinlock for everything, lookups included.",
          IdPolicy.LOWEST_FREE,
          GlobalIdr.ofOneIdr()
              .broken(FIND_WITHOUT_LOCK, "Every lookup takes the one spinlock.")
              .broken(AS_GOOD_AS_BEFORE, "Lookups of all threads contend for one spinlock.")
              .broken(SCALABLE_FIND, "Every lookup takes the one spinlock.")
              .broken(FIND_BESIDE_CHANGE, "Lookups take the lock that creates and deletes hold."),
          (config, rcu) -> new LockedIdr(config));
    }
  }
}
