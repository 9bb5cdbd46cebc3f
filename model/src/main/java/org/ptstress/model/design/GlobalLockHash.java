package org.ptstress.model.design;

import static org.ptstress.model.Claim.AS_GOOD_AS_BEFORE;
import static org.ptstress.model.Claim.CREATE_INDEPENDENT;
import static org.ptstress.model.Claim.EXACT_RESTORE;
import static org.ptstress.model.Claim.FLAT_LOOKUP;
import static org.ptstress.model.Claim.NO_LOST_TIMER;
import static org.ptstress.model.Claim.NO_STALE_FIND;
import static org.ptstress.model.Claim.SCALABLE_CREATE;
import static org.ptstress.model.Claim.UNIQUE_IDS;
import static org.ptstress.model.Claim.WRAPS_TO_ZERO;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.HashHead;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * What the tables of 3.10 to 6.14 have in common: a fixed number of chains for the machine, lookups
 * that walk one under RCU, and one spinlock, {@code hash_lock}, for everything that changes a
 * chain. They differ in how they search for an id, and in the hash.
 */
abstract class GlobalLockHash implements TimerTable {
  /** The dimensions of the table. */
  protected final TableConfig config;

  /** {@code hash_lock}: guards all chains, and the id counters where the design says so. */
  protected final SpinLock hashLock;

  private final HashHead[] heads;
  private final int bits;
  private final int maxId;

  GlobalLockHash(TableConfig config) {
    this.config = config;
    this.hashLock = config.locks().newLock();
    this.heads = HashHead.array(config.buckets());
    this.bits = config.bucketBits();
    this.maxId = config.maxId();
  }

  /** Promises of a table whose chains are all under one lock. */
  static Promises underOneLock() {
    return Promises.allHold()
        .brokenOnWeakMemory(
            NO_STALE_FIND,
            "The owner is published under siglock, which lookups do not take: a"
                + " lookup that sees the new owner may see stale values of the other"
                + " fields.")
        .broken(CREATE_INDEPENDENT, "All processes insert under one lock.")
        .doesNotApply(
            EXACT_RESTORE,
            "There is no create at an exact id; a restore loops over create and delete.")
        .broken(FLAT_LOOKUP, "The table has 512 chains, whatever the number of timers.")
        .broken(AS_GOOD_AS_BEFORE, "With many timers a lookup walks a long chain.")
        .broken(SCALABLE_CREATE, "All processes insert under one lock.");
  }

  /** Promises of a table that, besides, chains timers before they have an owner. */
  static Promises insertedBeforeItsOwner() {
    return underOneLock()
        .broken(
            UNIQUE_IDS,
            "An inserted timer has neither owner nor id until it is published, so a"
                + " search that has wrapped finds its id free.")
        .brokenOnWeakMemory(
            NO_LOST_TIMER,
            "A lookup of id 0 may see a new timer's owner before its id, and reads"
                + " 0 for the id.")
        .brokenOnWeakMemory(
            WRAPS_TO_ZERO,
            "A search may see a new timer's owner before its id, reads 0 for the"
                + " id, and treats id 0 as in use.");
  }

  /**
   * The hash of the design: that of Linux 4.7 and later, unless overridden.
   *
   * @param address the owner's address
   * @param id the id
   * @param bits the width of the result
   * @return a bucket number below 2^bits
   */
  int hash(long address, int id, int bits) {
    return HashEra.SINCE_4_7.bucket(address, id, bits);
  }

  /**
   * The chain of an id.
   *
   * @param owner the process
   * @param id the id
   * @return the chain
   */
  protected final HashHead head(Process owner, int id) {
    return heads[hash(owner.address(), id, bits)];
  }

  /**
   * Whether an id is free, as the search of 3.10 to 6.14 sees it: no <em>published</em> timer has
   * it.
   *
   * @param head the chain of the id
   * @param owner the process
   * @param id the id
   * @return true if no published timer has it
   */
  protected static boolean isFree(HashHead head, Process owner, int id) {
    return Chains.findRcu(head, owner.address(), id) == null;
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    if (id < 0 || id > maxId) {
      return null;
    }
    return Chains.findRcu(head(owner, id), owner.address(), id);
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    hashLock.lock();
    timer.unlinkRcu();
    hashLock.unlock();
  }

  @Override
  public final void forEach(Consumer<? super KTimer> action) {
    Chains.forEach(heads, action);
  }

  @Override
  public final int[] chainLengths() {
    return Chains.lengths(heads);
  }
}
