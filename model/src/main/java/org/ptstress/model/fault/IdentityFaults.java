package org.ptstress.model.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.BucketLockHash;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.HashNode;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Timers that are taken for others, or for ready. */
final class IdentityFaults {
  private IdentityFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "IdentityAfterInsertion",
            "BucketLockHash",
            Claim.UNIQUE_IDS,
            "A timer gets its id and owner only after the lock of the chain is released.",
            (config, rcu) -> new IdentityAfterInsertion(config)),
        new Fault(
            "ValidBeforeInitialised",
            "BucketLockHash",
            Claim.NO_STALE_FIND,
            "A timer is valid from its insertion on, before its fields are set.",
            (config, rcu) -> new ValidBeforeInitialised(config)),
        new Fault(
            "NoOwnerRecheck",
            "BucketLockHash",
            Claim.SINGLE_DELETE,
            "The owner is not checked again under the timer's lock.",
            (config, rcu) -> new NoOwnerRecheck(config)),
        new Fault(
            "FindIgnoresOwner",
            "BucketLockHash",
            Claim.OWNER_ISOLATION,
            "A lookup compares the id and not the owner.",
            (config, rcu) -> new FindIgnoresOwner(config)),
        new Fault(
            "SignBitIgnored",
            "BucketLockHash",
            Claim.REJECTS_OUT_OF_RANGE,
            "A lookup truncates the id to 31 bits.",
            (config, rcu) -> new SignBitIgnored(config)));
  }

  private static final class IdentityAfterInsertion extends BucketLockHash {
    IdentityAfterInsertion(TableConfig config) {
      super(config);
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      Bucket bucket = bucket(owner, id);
      bucket.lock().lock();
      boolean free = isFree(bucket, owner, id);
      if (free) {
        bucket.addHeadRcu(timer);
      }
      bucket.lock().unlock();
      if (free) {
        timer.setId(id);
        timer.setSignal(owner.address() | KTimer.NOT_VALID);
      }
      return free;
    }
  }

  private static final class ValidBeforeInitialised extends BucketLockHash {
    ValidBeforeInitialised(TableConfig config) {
      super(config);
    }

    @Override
    protected void add(Bucket bucket, Process owner, KTimer timer, int id) {
      timer.setId(id);
      timer.setSignal(owner.address());
      bucket.addHeadRcu(timer);
    }
  }

  private static final class NoOwnerRecheck extends BucketLockHash {
    NoOwnerRecheck(TableConfig config) {
      super(config);
    }

    @Override
    public @Nullable KTimer findAndLock(Process owner, int id) {
      KTimer timer = find(owner, id);
      if (timer != null) {
        timer.lock().lock();
      }
      return timer;
    }
  }

  private static final class FindIgnoresOwner extends BucketLockHash {
    FindIgnoresOwner(TableConfig config) {
      super(config);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      int steps = 0;
      for (HashNode node = bucket(owner, id).firstRcu(); node != null; node = node.nextRcu()) {
        if (Checked.ON && Checked.endsWalk(node, ++steps)) {
          break;
        }
        KTimer timer = (KTimer) node;
        if ((timer.signalOpaque() & KTimer.NOT_VALID) == 0 && timer.id() == id) {
          return timer;
        }
      }
      return null;
    }
  }

  private static final class SignBitIgnored extends BucketLockHash {
    SignBitIgnored(TableConfig config) {
      super(config);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      return super.find(owner, id & Integer.MAX_VALUE);
    }
  }
}
