package org.ptstress.model.design;

import static org.ptstress.model.Claim.AS_GOOD_AS_BEFORE;
import static org.ptstress.model.Claim.CREATE_INDEPENDENT;
import static org.ptstress.model.Claim.EAGAIN_ONLY_WHEN_FULL;
import static org.ptstress.model.Claim.FLAT_LOOKUP;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.HashHead;
import org.ptstress.model.kernel.HashNode;
import org.ptstress.model.kernel.KernelHash;
import org.ptstress.model.kernel.LockKind;
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
 * <p>Progress: find is wait-free but for the length of the chain; insert and remove block on the
 * lock of one chain.
 *
 * <p>Fixed since 3.10: the racy start, ids handed out twice, timers visible before their fields,
 * the global lock. Left broken: a search that other threads keep stepping around can report -EAGAIN
 * although ids are free all the time; chains still grow with the number of timers; two processes
 * share a lock when their timers share a chain.
 *
 * <p>Deviation: none in the steps; cond_resched() in the search has nothing to do in user space.
 */
final class BucketLockHash implements TimerTable {
  /** Bit 0 of it_signal: the timer is hashed, but not yet or no longer findable. */
  private static final long NOT_VALID = 1;

  private final Bucket[] buckets;
  private final int mask;
  private final int maxId;

  BucketLockHash(TableConfig config) {
    long wanted = (long) config.buckets() * config.cpus();
    int size = Math.toIntExact(Long.highestOneBit(2 * wanted - 1));
    this.buckets = new Bucket[size];
    for (int i = 0; i < size; i++) {
      buckets[i] = new Bucket(config.locks());
    }
    this.mask = size - 1;
    this.maxId = config.maxId();
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    // Counts to INT_MAX inclusive; an int would overflow at full width.
    for (long tries = 0; tries <= maxId; tries++) {
      int id = owner.getAndIncrementTimerId() & maxId;
      if (addAt(owner, timer, id)) {
        return id;
      }
    }
    return -Errno.EAGAIN;
  }

  @Override
  public boolean hasExactIds() {
    return true;
  }

  @Override
  public int insertAt(Process owner, KTimer timer, int id) {
    if (!addAt(owner, timer, id)) {
      return -Errno.EBUSY;
    }
    owner.setNextTimerIdOpaque(id + 1);
    return id;
  }

  private boolean addAt(Process owner, KTimer timer, int id) {
    Bucket bucket = bucket(owner, id);
    bucket.lock.lock();
    if (Checked.ON) {
      timer.noteTry();
    }
    boolean free = !isHashed(bucket, owner, id);
    if (free) {
      timer.setId(id);
      timer.setSignal(owner.address() | NOT_VALID);
      bucket.addHeadRcu(timer);
    }
    bucket.lock.unlock();
    return free;
  }

  private static boolean isHashed(Bucket bucket, Process owner, int id) {
    int steps = 0;
    for (HashNode node = bucket.first(); node != null; node = node.next()) {
      if (Checked.ON && Checked.endsWalk(node, ++steps)) {
        break;
      }
      KTimer timer = (KTimer) node;
      if ((timer.signalOpaque() & ~NOT_VALID) == owner.address() && timer.id() == id) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void publish(Process owner, KTimer timer) {
    // A lookup locks it_lock before it reads any field, so publishing under it makes all fields
    // visible first.
    timer.lock().lock();
    owner.siglock().lock();
    timer.setSignal(owner.address());
    owner.link(timer);
    owner.siglock().unlock();
    timer.lock().unlock();
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    if (id < 0 || id > maxId) {
      return null;
    }
    return Chains.findRcu(bucket(owner, id), owner.address(), id);
  }

  @Override
  public void invalidate(Process owner, KTimer timer) {
    owner.siglock().lock();
    timer.setSignal(timer.signal() | NOT_VALID);
    owner.unlink(timer);
    owner.siglock().unlock();
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

  private Bucket bucket(Process owner, int id) {
    return buckets[KernelHash.jhash2(owner.address(), id) & mask];
  }

  /** A chain with its lock. */
  private static final class Bucket extends HashHead {
    private final SpinLock lock;

    Bucket(LockKind kind) {
      this.lock = kind.newLock();
    }
  }

  /** The catalogue entry. */
  public static final class Entry extends KernelDesign {
    /** For the service loader. */
    public Entry() {
      super(
          "BucketLockHash",
          "Linux 6.15",
          "512 chains a CPU with a lock each, jhash, an atomic id counter, timers marked while not valid, exact ids.",
          IdPolicy.NEXT,
          Promises.allHold()
              .broken(
                  EAGAIN_ONLY_WHEN_FULL,
                  "Other threads can step the counter past every free id during the search.")
              .broken(
                  CREATE_INDEPENDENT, "Two processes whose timers share a chain share its lock.")
              .broken(FLAT_LOOKUP, "The table is sized at boot, however many timers there are.")
              .broken(AS_GOOD_AS_BEFORE, "With many timers a lookup walks a long chain."),
          BucketLockHash::new);
    }
  }
}
