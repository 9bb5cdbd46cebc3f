package org.ptstress.model.design;

import static org.ptstress.model.Claim.AS_GOOD_AS_BEFORE;
import static org.ptstress.model.Claim.CREATE_INDEPENDENT;
import static org.ptstress.model.Claim.EAGAIN_ONLY_WHEN_FULL;
import static org.ptstress.model.Claim.FLAT_LOOKUP;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.HashHead;
import org.ptstress.model.kernel.KernelHash;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * The hash table of Linux 6.15 (commits 45ece9933d4a, feb864ee99a2, 1535cb80286e, 781764e0b439,
 * ec2d0c04624b): a lock per chain, jhash over process and id, chains in proportion to the CPUs, an
 * atomic id counter per process, and exact ids.
 *
 * <p>Insert: at most 2^31 times, take the counter's next value, masked to 0..INT_MAX, lock its
 * chain, and unless that id is hashed write the timer's id and its owner with bit 0 set ("not yet
 * valid"), add it and return. The search masks bit 0 and so sees timers that are not valid yet or
 * any more; a lookup does not mask it and so cannot. An exact id is one such try; the counter is
 * set behind it when it succeeds.
 *
 * <p>The counter, exact ids and validity are in {@link AtomicCounterTable}; the chains are here.
 *
 * <p>Progress: find is wait-free but for the length of the chain; insert and remove block on the
 * lock of one chain.
 *
 * <p>Fixed since 3.10: the racy start, ids handed out twice, timers visible before their fields,
 * the global lock. Left broken: a search that other threads keep stepping around can report -EAGAIN
 * although ids are free all the time; chains still grow with the number of timers; two processes
 * share a lock when their timers share a chain.
 *
 * <p>Deviation: none in the steps; cond_resched() in the search has nothing to do in user space.
 *
 * <p>Its steps can be overridden so that seeded faults deviate in one of them.
 */
public class BucketLockHash extends AtomicCounterTable {
  private final Bucket[] buckets;
  private final int mask;

  /**
   * Makes an empty table.
   *
   * @param config its dimensions
   */
  public BucketLockHash(TableConfig config) {
    this(config, () -> new Bucket(config.locks().newLock()));
  }

  /**
   * Makes an empty table of other chains.
   *
   * @param config its dimensions
   * @param newBucket makes an empty chain
   */
  protected BucketLockHash(TableConfig config, Supplier<? extends Bucket> newBucket) {
    super(config);
    long wanted = (long) config.buckets() * config.cpus();
    int size = Math.toIntExact(Long.highestOneBit(2 * wanted - 1));
    this.buckets = new Bucket[size];
    for (int i = 0; i < size; i++) {
      buckets[i] = newBucket.get();
    }
    this.mask = size - 1;
  }

  @Override
  protected boolean addAt(Process owner, KTimer timer, int id) {
    Bucket bucket = bucket(owner, id);
    bucket.lock.lock();
    boolean free = isFree(bucket, owner, id);
    if (free) {
      add(bucket, owner, timer, id);
    }
    bucket.lock.unlock();
    return free;
  }

  /**
   * Whether no timer has an id, valid or not. The caller holds the lock of the chain.
   *
   * @param bucket the chain of the id
   * @param owner the process
   * @param id the id
   * @return true if the id is free
   */
  protected boolean isFree(Bucket bucket, Process owner, int id) {
    return Chains.findHashed(bucket, owner, id) == null;
  }

  /**
   * Gives a timer its identity and adds it to a chain. The caller holds the lock of the chain.
   *
   * @param bucket the chain of the id
   * @param owner the process
   * @param timer the timer
   * @param id the id
   */
  protected void add(Bucket bucket, Process owner, KTimer timer, int id) {
    identify(owner, timer, id);
    bucket.addHeadRcu(timer);
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    if (id < 0 || id > config.maxId()) {
      return null;
    }
    return Chains.findRcu(bucket(owner, id), owner.address(), id);
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    Bucket bucket = bucket(owner, timer.id());
    bucket.lock.lock();
    timer.unlinkRcu();
    bucket.lock.unlock();
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    Chains.forEach(buckets, action);
  }

  @Override
  public int[] chainLengths() {
    return Chains.lengths(buckets);
  }

  /**
   * The chain of an id.
   *
   * @param owner the process
   * @param id the id
   * @return the chain
   */
  protected Bucket bucket(Process owner, int id) {
    return buckets[KernelHash.jhash2(owner.address(), id) & mask];
  }

  /** A chain with its lock. */
  protected static class Bucket extends HashHead {
    private final SpinLock lock;

    /**
     * Makes an empty chain.
     *
     * @param lock its lock, which nobody holds
     */
    public Bucket(SpinLock lock) {
      this.lock = lock;
    }

    /**
     * The lock of the chain.
     *
     * @return the lock
     */
    public final SpinLock lock() {
      return lock;
    }
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "BucketLockHash",
          "Linux 6.15",
          "512 chains per CPU with a lock each, jhash, an atomic id counter,"
              + " timers marked while not valid, exact ids.",
          IdPolicy.NEXT,
          Promises.allHold()
              .broken(
                  EAGAIN_ONLY_WHEN_FULL,
                  "Other threads can step the counter past every free id during the search.")
              .broken(
                  CREATE_INDEPENDENT,
                  "Two processes with timers in one chain contend for its lock.")
              .broken(
                  FLAT_LOOKUP,
                  "The table is sized at boot and does not grow with the number of timers.")
              .broken(AS_GOOD_AS_BEFORE, "With many timers a lookup walks a long chain."),
          (config, rcu) -> new BucketLockHash(config));
    }
  }
}
