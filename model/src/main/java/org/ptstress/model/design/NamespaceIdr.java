package org.ptstress.model.design;

import static org.ptstress.model.Claim.CREATE_INDEPENDENT;
import static org.ptstress.model.Claim.EVEN_BUCKETS;
import static org.ptstress.model.Claim.EXACT_RESTORE;
import static org.ptstress.model.Claim.OWNER_ISOLATION;
import static org.ptstress.model.Claim.RESTORABLE_IDS;
import static org.ptstress.model.Claim.SCALABLE_CREATE;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.NotValidBit;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.RadixIdr;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * An idr for each namespace: Peter Zijlstra's question of 2012, why the RFC does not do for timers
 * what namespaces do for process ids. It was never built.
 *
 * <p>Insert: take the lock of the process' namespace; take the lowest free id from the cursor on,
 * or if there is none the lowest free id from 0 on; set the cursor behind it; unlock. Remove: under
 * the same lock, free the id. A timer has its owner with bit 0 set ("not yet valid") before it is
 * in the idr, and is published as in 6.15, under {@code it_lock}.
 *
 * <p>Progress: find is wait-free, a load a layer and one for the namespace; insert and remove block
 * on the lock of the namespace.
 *
 * <p>What it would have fixed of the idr of 3.0: containers do not share ids or a lock, a freed id
 * does not come back at once, and an id out of range finds nothing. Left broken: inside a namespace
 * ids are unique and one lock is taken by all, so that CRIU, which has to restore single processes
 * into a namespace that exists, is not helped. That was the RFC's answer to the question. A cursor
 * that can be set, as ns_last_pid can, reaches an id only while no other process of the namespace
 * creates a timer.
 *
 * <p>Deviations: there is no code to deviate from. The steps of the insertion are those of
 * idr_alloc_cyclic, and the publication is that of 6.15, which is a choice: with that of 2012 the
 * design would have the defects of {@link GlobalIdr} that it has nothing to do with.
 *
 * <p>Source: the review of the RFC on the kernel mailing list, October 2012; the settable cursor
 * from the discussion of May 2023.
 */
final class NamespaceIdr implements TimerTable {
  private final TableConfig config;

  /** The space of each namespace that has timers; read once a process, then the process knows. */
  private final ConcurrentMap<Integer, Space> spaces = new ConcurrentHashMap<>();

  NamespaceIdr(TableConfig config) {
    this.config = config;
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    Space space = spaceOf(owner);
    NotValidBit.mark(owner, timer);
    space.lock.lock();
    int id = space.allocateFrom(timer, space.cursor);
    if (id < 0) {
      id = space.allocate(timer);
    }
    if (id >= 0) {
      space.cursor = (id + 1) & config.maxId();
    }
    space.lock.unlock();
    if (id < 0) {
      return -Errno.EAGAIN;
    }
    timer.setId(id);
    return id;
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    if (id < 0 || id > config.maxId()) {
      return null;
    }
    Space space = (Space) owner.attachment();
    return space == null ? null : Idrs.findRcu(space, owner, id);
  }

  @Override
  public void publish(Process owner, KTimer timer) {
    NotValidBit.publish(owner, timer);
  }

  @Override
  public void invalidate(Process owner, KTimer timer) {
    NotValidBit.invalidate(owner, timer);
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    Space space = spaceOf(owner);
    Idrs.remove(space, space.lock, timer);
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    spaces.values().forEach(space -> space.forEach(action));
  }

  private Space spaceOf(Process owner) {
    Space space = (Space) owner.attachment();
    return space != null ? space : join(owner);
  }

  /** The first create of a process: it gets to know its namespace's space, maybe a new one. */
  private Space join(Process owner) {
    Space space = spaces.computeIfAbsent(owner.namespace(), namespace -> new Space(config));
    // Every thread of the process attaches the same space, so it does not matter which one wins.
    return (Space) owner.attachIfAbsent(space);
  }

  /** The ids of one namespace. */
  private static final class Space extends RadixIdr<KTimer> {
    /** Guards the idr against all but lookups, and the cursor. */
    private final SpinLock lock;

    /** The start of the next search. */
    private int cursor;

    Space(TableConfig config) {
      super(config.idBits());
      this.lock = config.locks().newLock();
    }
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "NamespaceIdr",
          "Zijlstra's question in the review of the RFC, 2012, never built",
          "An idr, a cursor and a lock for each namespace, next free id from the cursor, lookups under RCU.",
          IdPolicy.CYCLIC,
          Promises.allHold()
              .broken(
                  OWNER_ISOLATION,
                  "Ids are unique per namespace: while one process has id 0, no other"
                      + " process in it can get it.")
              .broken(CREATE_INDEPENDENT, "All processes of a namespace insert under one lock.")
              .doesNotApply(
                  EXACT_RESTORE,
                  "There is no create at an exact id; setting the cursor does not"
                      + " guarantee an id.")
              .broken(
                  RESTORABLE_IDS,
                  "An id in use by another process of the namespace is not available, and"
                      + " the shared cursor may already have passed the free ones.")
              .doesNotApply(EVEN_BUCKETS, "A radix tree has no buckets.")
              .broken(SCALABLE_CREATE, "All processes of a namespace insert under one lock."),
          (config, rcu) -> new NamespaceIdr(config));
    }
  }
}
