package org.ptstress.model.design;

import static org.ptstress.model.Claim.EAGAIN_ONLY_WHEN_FULL;

import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.HashHead;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * The hash table of Linux 6.5 to 6.14 (commit 8ce8849dd1e7): that of 3.10, with the id counter
 * wholly under the lock and an end to the search.
 *
 * <p>Insert: at most 2^31 times, one lock hold a try: take the counter's value, move the counter on
 * masked to 0..INT_MAX, and if the value is not hashed add the timer there. Then -EAGAIN.
 *
 * <p>Progress: find is wait-free but for the length of the chain; insert and remove block on one
 * spinlock; the search ends after 2^31 tries.
 *
 * <p>Fixed since 3.10: the racy start of the search, which could end it too early or never. Left
 * broken: a timer has an id but no identity before it is published; the lock is free between two
 * tries, so that other threads can step the counter past every free id; one lock and 512 chains for
 * the machine.
 *
 * <p>Deviation: none in the steps.
 *
 * <p>Source: commit 8ce8849dd1e7, after the syzbot report of April 2023.
 *
 * <p>Its steps can be overridden so that seeded faults deviate in one of them.
 */
public class BoundedScanHash extends GlobalLockHash {
  /**
   * Makes an empty table.
   *
   * @param config its dimensions
   */
  public BoundedScanHash(TableConfig config) {
    super(config);
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    // Counts to INT_MAX inclusive; an int would overflow at full width.
    for (long tries = tries(); tries > 0; tries--) {
      hashLock.lock();
      int id = takeNextId(owner);
      HashHead head = head(owner, id);
      boolean free = isFree(head, owner, id);
      if (free) {
        head.addHeadRcu(timer);
      }
      hashLock.unlock();
      if (free) {
        // Without the lock as in 6.5: until publish() nobody can see that the id is taken.
        timer.setId(id);
        return id;
      }
    }
    return -Errno.EAGAIN;
  }

  /** The number of ids that a search tries: 2^width. */
  private long tries() {
    return config.idCount();
  }

  /**
   * Takes the counter's value and moves the counter on. The caller holds {@code hash_lock}.
   *
   * @param owner the process
   * @return the id to try
   */
  protected int takeNextId(Process owner) {
    int id = owner.nextTimerId();
    owner.setNextTimerId((id + 1) & config.maxId());
    return id;
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "BoundedScanHash",
          "Linux 6.5 to 6.14, commit 8ce8849dd1e7",
          "512 chains, lookups under RCU, one lock for insert and remove, an id search of at most 2^31 tries.",
          IdPolicy.NEXT,
          insertedBeforeItsOwner()
              .broken(
                  EAGAIN_ONLY_WHEN_FULL,
                  "Between two tries other threads can step the counter past every free id."),
          (config, rcu) -> new BoundedScanHash(config));
    }
  }
}
