package org.ptstress.model.design;

import static org.ptstress.model.Claim.AS_GOOD_AS_BEFORE;
import static org.ptstress.model.Claim.CREATE_INDEPENDENT;
import static org.ptstress.model.Claim.EVEN_BUCKETS;
import static org.ptstress.model.Claim.EXACT_RESTORE;
import static org.ptstress.model.Claim.NO_STALE_FIND;
import static org.ptstress.model.Claim.OWNER_ISOLATION;
import static org.ptstress.model.Claim.REJECTS_OUT_OF_RANGE;
import static org.ptstress.model.Claim.RESTORABLE_IDS;
import static org.ptstress.model.Claim.SCALABLE_CREATE;
import static org.ptstress.model.Claim.SEQUENTIAL_IDS;
import static org.ptstress.model.Claim.WRAPS_TO_ZERO;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.RadixIdr;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * The idr of Linux 3.0 to 3.9 (commit 8af088710d1e): one radix tree for the machine, the lowest
 * free id for each new timer, lookups under RCU. What the RFC had to keep up with.
 *
 * <p>Insert: take the idr's lock, take the lowest free id, unlock, write it_id. Remove: under the
 * same lock, free the id.
 *
 * <p>Progress: find is wait-free, a load a layer; insert and remove block on one spinlock.
 *
 * <p>Fixed since 2.6.39: lookups took the lock too, and one benchmark spent 98 % of its time there.
 * Left broken: ids are unique for the machine, not for a process, and come back at once, so that no
 * checkpoint can be restored; an id with the sign bit set finds the timer without it.
 *
 * <p>Deviations: layers are allocated under the lock (see {@link RadixIdr}), so the retry when the
 * spare layers run out has nothing to retry. A lookup compares the owner before it takes {@code
 * it_lock}, and there again; 3.6 compares it there only, so that a lookup of another process' id
 * waits for that process' {@code it_lock}.
 */
final class GlobalIdr implements TimerTable {
  private final RadixIdr<KTimer> idr;
  private final SpinLock idrLock;

  GlobalIdr(TableConfig config) {
    this.idr = new RadixIdr<>(config.idBits());
    this.idrLock = config.locks().newLock();
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    return Idrs.insertLowest(idr, idrLock, timer);
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    // The comparison of the owner is the deviation: so a table's find means the same in every
    // design.
    return Idrs.findRcu(idr, owner, id);
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    Idrs.remove(idr, idrLock, timer);
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    idr.forEach(action);
  }

  /** The promises of an idr for the whole machine, whether its lookups lock or not. */
  static Promises ofOneIdr() {
    return Promises.allHold()
        .doesNotApply(
            WRAPS_TO_ZERO,
            "The idr allocates the lowest free id; there is no counter that could wrap.")
        .broken(
            OWNER_ISOLATION,
            "Ids are unique machine-wide: while one process has id 0, no other can get it.")
        .brokenOnWeakMemory(
            NO_STALE_FIND,
            "The owner is published under siglock, which lookups do not take: a"
                + " lookup that sees the new owner may see stale values of the other"
                + " fields.")
        .broken(CREATE_INDEPENDENT, "All processes insert under one lock.")
        .doesNotApply(
            EXACT_RESTORE, "There is no create at an exact id, and no loop that could reach one.")
        .broken(
            RESTORABLE_IDS,
            "An id in use by another process is not available, and a loop of"
                + " creates and deletes never gets past the lowest free id.")
        .broken(
            SEQUENTIAL_IDS,
            "A freed id is reused at once, so a loop of create and delete yields"
                + " the same id forever.")
        .doesNotApply(EVEN_BUCKETS, "A radix tree has no buckets.")
        .broken(SCALABLE_CREATE, "All processes insert under one lock.");
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "GlobalIdr",
          "Linux 3.0 to 3.9, commit 8af088710d1e",
          "One idr for the machine, lowest free id, lookups under RCU, one lock for insert and remove.",
          IdPolicy.LOWEST_FREE,
          ofOneIdr()
              .broken(
                  REJECTS_OUT_OF_RANGE,
                  "The idr truncates an id to 31 bits, so an id with the sign bit set"
                      + " finds a timer.")
              .doesNotApply(
                  AS_GOOD_AS_BEFORE,
                  "GlobalIdr is the yardstick that the other designs are measured against."),
          (config, rcu) -> new GlobalIdr(config));
    }
  }
}
