package org.ptstress.model.design;

import static org.ptstress.model.Claim.BOUNDED_SEARCH;
import static org.ptstress.model.Claim.CALLS_END;
import static org.ptstress.model.Claim.EAGAIN_ONLY_WHEN_FULL;
import static org.ptstress.model.Claim.EVEN_BUCKETS;

import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.HashHead;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * The hash table of Linux 3.10 to 6.4 (commit 5ed67f05f66c), in the two eras of its hash: lookups
 * walk a chain under RCU, one spinlock for insert and remove, and an id counter per process that
 * wraps to 0.
 *
 * <p>Insert: read the counter as the start of the search, without the lock. Then, one lock hold a
 * try: if the counter's value is not hashed, add the timer there; move the counter on, past INT_MAX
 * to 0; give up with -EAGAIN when nothing was added and the counter has come to the start.
 *
 * <p>Progress: find is wait-free but for the length of the chain; insert and remove block on one
 * spinlock.
 *
 * <p>Fixed since the RFC: the wraparound, with all that followed from negative ids; lookups without
 * a lock; a hash over the whole pointer; the check of the id's range. Left broken: the racy start
 * (a false -EAGAIN, or a search without end); a timer that has an id but no identity before it is
 * published, so that the search can hand the id out twice; one lock and 512 chains for the machine.
 *
 * <p>Deviation: none in the steps. In checked mode a search gives up with -EAGAIN after it has seen
 * every id four times, because the endless search of this design would otherwise end the harness.
 */
final class RcuHash extends GlobalLockHash {
  private final HashEra era;
  private final long givesUpAfter;

  RcuHash(TableConfig config, HashEra era) {
    super(config);
    this.era = era;
    this.givesUpAfter = 4 * config.idCount();
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    // Racy as in 3.10: another thread can move the counter before the lock is taken.
    int first = owner.nextTimerIdOpaque();
    int result = -Errno.ENOENT;
    long tries = 0;
    do {
      hashLock.lock();
      int candidate = owner.nextTimerId();
      HashHead head = head(owner, candidate);
      if (isFree(head, owner, candidate)) {
        head.addHeadRcu(timer);
        result = candidate;
      }
      int next = config.signExtend(candidate + 1);
      owner.setNextTimerIdOpaque(next);
      if (next < 0) {
        // Between these two writes another thread can read a negative start, which the counter
        // never comes back to: the endless search of 2023.
        next = 0;
        owner.setNextTimerIdOpaque(next);
      }
      if (next == first && result == -Errno.ENOENT) {
        result = -Errno.EAGAIN;
      }
      if (Checked.ON && result == -Errno.ENOENT && ++tries > givesUpAfter) {
        if (first < 0) {
          // The counter that is compared is never negative, and all ids are taken.
          timer.report(Corruption.ENDLESS_SEARCH);
        }
        result = -Errno.EAGAIN;
      }
      hashLock.unlock();
    } while (result == -Errno.ENOENT);
    if (result >= 0) {
      timer.setId(result);
    }
    return result;
  }

  @Override
  int hash(long address, int id, int bits) {
    return era.bucket(address, id, bits);
  }

  private static Promises ofEveryEra() {
    return insertedBeforeItsOwner()
        .broken(
            EAGAIN_ONLY_WHEN_FULL,
            "The search ends when the counter equals its start value, which was"
                + " read without the lock.")
        .broken(BOUNDED_SEARCH, "Another thread can advance the counter past the start value.")
        .broken(
            CALLS_END,
            "A start value read between the two writes of a wrap is negative: in a"
                + " full table the counter never equals it.");
  }

  /** The catalogue entry of the era until 4.6. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "RcuHash",
          "Linux 3.10 to 4.6, commit 5ed67f05f66c",
          "512 chains, lookups under RCU, one lock for insert and remove, a racy start of the id search.",
          IdPolicy.NEXT,
          ofEveryEra()
              .broken(
                  EVEN_BUCKETS,
                  "The multiplier of 2012 puts ids at stride 512 into a quarter of the chains."),
          (config, rcu) -> new RcuHash(config, HashEra.UNTIL_4_6));
    }
  }

  /** The catalogue entry of the era since 4.7. */
  public static final class Since47 extends CatalogueEntry {
    /** For the service loader. */
    public Since47() {
      super(
          "RcuHash47",
          "Linux 4.7 to 6.4, commit 5ed67f05f66c with the hash of 4.7",
          "As RcuHash, with the multiplier that 4.7 gave to every hash of the kernel.",
          IdPolicy.NEXT,
          ofEveryEra(),
          (config, rcu) -> new RcuHash(config, HashEra.SINCE_4_7));
    }
  }
}
