package org.ptstress.model.design;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

  /**
   * The hash of the design.
   *
   * @param address the owner's address
   * @param id the id
   * @param bits the width of the result
   * @return a bucket number below 2^bits
   */
  abstract int hash(long address, int id, int bits);

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
