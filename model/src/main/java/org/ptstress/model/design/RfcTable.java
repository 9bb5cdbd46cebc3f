package org.ptstress.model.design;

import static org.ptstress.model.Claim.AS_GOOD_AS_BEFORE;
import static org.ptstress.model.Claim.EVEN_BUCKETS;
import static org.ptstress.model.Claim.FIND_BESIDE_CHANGE;
import static org.ptstress.model.Claim.FIND_WITHOUT_LOCK;
import static org.ptstress.model.Claim.SCALABLE_FIND;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.HashHead;
import org.ptstress.model.kernel.HashNode;
import org.ptstress.model.kernel.KernelHash;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * What the RFC of October 2012 and its changelog have in common: 512 chains, one spinlock around
 * every operation including each lookup, and a signed id counter per process. They differ in what
 * becomes of a counter that has turned negative.
 */
abstract class RfcTable extends GlobalLockHash {
  RfcTable(TableConfig config) {
    super(config);
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    // Racy as in the RFC: another thread can move the counter before the lock is taken.
    int start = owner.nextTimerIdOpaque();
    int result = -Errno.ENOENT;
    do {
      hashLock.lock();
      result = tryCounter(owner, timer, start);
      hashLock.unlock();
    } while (result == -Errno.ENOENT);
    if (result >= 0) {
      timer.setId(result);
    }
    return result;
  }

  /**
   * One try, with {@code hash_lock} held.
   *
   * @return the id, -EAGAIN, or -ENOENT to try again
   */
  int tryCounter(Process owner, KTimer timer, int start) {
    int candidate = owner.nextTimerId();
    HashHead head = head(owner, candidate);
    int next = config.signExtend(candidate + 1);
    owner.setNextTimerId(next);
    if (findIn(head, owner, candidate) == null) {
      head.addHead(timer);
      return candidate;
    }
    return next == start ? -Errno.EAGAIN : -Errno.ENOENT;
  }

  @Override
  public final @Nullable KTimer find(Process owner, int id) {
    hashLock.lock();
    KTimer timer = findIn(head(owner, id), owner, id);
    hashLock.unlock();
    return timer;
  }

  @Override
  public final void remove(Process owner, KTimer timer) {
    hashLock.lock();
    timer.unlink();
    hashLock.unlock();
  }

  @Override
  final int hash(long address, int id, int bits) {
    return KernelHash.hashPtr2012(address, bits) ^ KernelHash.hash32Of2012(id, bits);
  }

  private static @Nullable KTimer findIn(HashHead head, Process owner, int id) {
    int steps = 0;
    for (HashNode node = head.first(); node != null; node = node.next()) {
      if (Checked.ON && Checked.endsWalk(node, ++steps)) {
        break;
      }
      KTimer timer = (KTimer) node;
      if (timer.signalOpaque() == owner.address() && timer.id() == id) {
        return timer;
      }
    }
    return null;
  }

  /** The promises of the table, independent of the counter behind INT_MAX. */
  static Promises withAnyWrap() {
    return insertedBeforeItsOwner()
        .broken(FIND_WITHOUT_LOCK, "Every lookup takes the one spinlock.")
        .broken(EVEN_BUCKETS, "The hash ignores address bits 13 to 35.")
        .broken(AS_GOOD_AS_BEFORE, "Lookups of all threads contend for one spinlock.")
        .broken(SCALABLE_FIND, "Every lookup takes the one spinlock.")
        .broken(FIND_BESIDE_CHANGE, "Lookups take the lock that creates and deletes hold.");
  }
}
