package org.ptstress.model.fault;

import java.util.List;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.BucketLockHash;
import org.ptstress.model.kernel.HashNode;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Chains that are changed in the wrong order, or under the wrong lock. */
final class ChainFaults {
  private ChainFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "UnhashWithoutRcu",
            "BucketLockHash",
            Claim.NO_LOST_TIMER,
            "The next pointer of a removed node is cleared while readers may still be at it.",
            (config, rcu) -> new UnhashWithoutRcu(config)),
        new Fault(
            "HeadBeforeNext",
            "BucketLockHash",
            Claim.NO_LOST_TIMER,
            "The head points to a new node before the node's next pointer is set.",
            (config, rcu) -> new HeadBeforeNext(config)),
        new Fault(
            "RemoveLocksOtherChain",
            "BucketLockHash",
            Claim.NO_LOST_TIMER,
            "Removal takes the lock of another chain.",
            (config, rcu) -> new RemoveLocksOtherChain(config)),
        new Fault(
            "HashIgnoresId",
            "BucketLockHash",
            Claim.EVEN_BUCKETS,
            "All timers of a process are in one chain.",
            (config, rcu) -> new HashIgnoresId(config)));
  }

  private static final class UnhashWithoutRcu extends BucketLockHash {
    UnhashWithoutRcu(TableConfig config) {
      super(config);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      Bucket bucket = bucket(owner, timer.id());
      bucket.lock().lock();
      timer.unlink();
      bucket.lock().unlock();
    }
  }

  private static final class HeadBeforeNext extends BucketLockHash {
    HeadBeforeNext(TableConfig config) {
      super(config, () -> new Backwards(config.locks().newLock()));
    }

    /** A chain that is linked from the wrong end. */
    private static final class Backwards extends Bucket {
      Backwards(SpinLock lock) {
        super(lock);
      }

      @Override
      public void addHeadRcu(HashNode node) {
        HashNode first = first();
        publish(node, first);
        prepare(node, first);
      }
    }
  }

  private static final class RemoveLocksOtherChain extends BucketLockHash {
    RemoveLocksOtherChain(TableConfig config) {
      super(config);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      Bucket own = bucket(owner, timer.id());
      Bucket other = own;
      for (int id = 0; other == own; id++) {
        other = bucket(owner, id);
      }
      other.lock().lock();
      timer.unlinkRcu();
      other.lock().unlock();
    }
  }

  private static final class HashIgnoresId extends BucketLockHash {
    HashIgnoresId(TableConfig config) {
      super(config);
    }

    @Override
    protected Bucket bucket(Process owner, int id) {
      return super.bucket(owner, 0);
    }
  }
}
