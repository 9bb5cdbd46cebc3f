package org.ptstress.model.design;

import static org.ptstress.model.Claim.EAGAIN_ONLY_WHEN_FULL;

import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.NotValidBit;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.HashHead;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * Eric Dumazet's series of February 2025, which was not merged as such: the table of 6.5 with an
 * atomic id counter, and a search that looks under RCU before it takes the lock.
 *
 * <p>Insert: at most 2^31 times, take the counter's next value, masked to 0..INT_MAX; walk its
 * chain under RCU, and if the id is hashed go on with the next; otherwise take the lock, walk the
 * chain again, and if the id is still free write the timer's id and its owner with bit 0 set ("not
 * yet valid"), add it and return. Both walks mask bit 0, a lookup does not.
 *
 * <p>Progress: find is wait-free but for the length of the chain; insert and remove block on one
 * spinlock, which a search holds only for ids that looked free.
 *
 * <p>Fixed since 6.5: a long search holds up nobody; a timer has its identity when it is added, so
 * an id is not handed out twice. Left broken: a timer is published without {@code it_lock}; a
 * create of an id that is free walks its chain twice; other threads can step the counter past every
 * free id; one lock and 512 chains for the machine.
 *
 * <p>Deviation: none in the steps; cond_resched() in the search has nothing to do in user space.
 *
 * <p>Source: the second version of the series, 19 February 2025, and the review that led to 6.15.
 *
 * <p>Its steps can be overridden so that seeded faults deviate in one of them.
 */
public class PrecheckHash extends GlobalLockHash {
  private final Rcu rcu;

  /**
   * Makes an empty table.
   *
   * @param config its dimensions
   * @param rcu the domain of its lookups
   */
  public PrecheckHash(TableConfig config, Rcu rcu) {
    super(config);
    this.rcu = rcu;
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    for (long tries = config.idCount(); tries > 0; tries--) {
      int id = owner.getAndIncrementTimerId() & config.maxId();
      HashHead head = head(owner, id);
      if (looksTaken(head, owner, id)) {
        continue;
      }
      hashLock.lock();
      boolean free = isStillFree(head, owner, id);
      if (free) {
        timer.setId(id);
        NotValidBit.mark(owner, timer);
        head.addHeadRcu(timer);
      }
      hashLock.unlock();
      if (free) {
        return id;
      }
    }
    return -Errno.EAGAIN;
  }

  /** The first look, under RCU: what it sees may change at once. */
  private boolean looksTaken(HashHead head, Process owner, int id) {
    int section = rcu.readLock();
    KTimer timer = Chains.findHashed(head, owner, id);
    rcu.readUnlock(section);
    return timer != null;
  }

  /**
   * The second look, under the lock.
   *
   * @param head the chain of the id
   * @param owner the process
   * @param id the id
   * @return true if no timer has it, valid or not
   */
  protected boolean isStillFree(HashHead head, Process owner, int id) {
    return Chains.findHashed(head, owner, id) == null;
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "PrecheckHash",
          "Eric Dumazet's series of February 2025, not merged",
          "512 chains, an atomic id counter, an id search under RCU that takes"
              + " the one lock only for the insertion.",
          IdPolicy.NEXT,
          underOneLock()
              .broken(
                  EAGAIN_ONLY_WHEN_FULL,
                  "Other threads can step the counter past every free id during the search."),
          PrecheckHash::new);
    }
  }
}
