package org.ptstress.model.fault;

import java.util.List;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.BoundedScanHash;
import org.ptstress.model.design.BucketLockHash;
import org.ptstress.model.design.PrecheckHash;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.HashHead;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Searches whose steps are in the wrong order. */
final class SearchFaults {
  private SearchFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "StaleScanStart",
            "BoundedScanHash",
            Claim.EAGAIN_ONLY_WHEN_FULL,
            "The search ends when the counter equals its start value, which was"
                + " read without the lock.",
            (config, rcu) -> new StaleScanStart(config)),
        new Fault(
            "CounterMovedLate",
            "BoundedScanHash",
            Claim.UNIQUE_IDS,
            "The counter is advanced after the lock is released.",
            (config, rcu) -> new CounterMovedLate(config)),
        new Fault(
            "BucketBeforeLock",
            "BoundedScanHash",
            Claim.NO_LOST_TIMER,
            "The chain is chosen by a counter value that was read before the lock was taken.",
            (config, rcu) -> new BucketBeforeLock(config)),
        new Fault(
            "NoSecondLook",
            "PrecheckHash",
            Claim.UNIQUE_IDS,
            "The id is not checked again under the lock.",
            NoSecondLook::new),
        new Fault(
            "NotValidBitNotMasked",
            "BucketLockHash",
            Claim.UNIQUE_IDS,
            "The search does not see timers that are not valid yet.",
            (config, rcu) -> new NotValidBitNotMasked(config)),
        new Fault(
            "AddedAfterUnlock",
            "BucketLockHash",
            Claim.NO_LOST_TIMER,
            "The lock of the chain is released between the check of the id and the insertion.",
            (config, rcu) -> new AddedAfterUnlock(config)));
  }

  private static final class StaleScanStart extends BoundedScanHash {
    StaleScanStart(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      int start = owner.nextTimerIdOpaque();
      boolean around = false;
      while (!around) {
        hashLock.lock();
        int id = takeNextId(owner);
        HashHead head = head(owner, id);
        boolean free = isFree(head, owner, id);
        if (free) {
          head.addHeadRcu(timer);
        }
        around = owner.nextTimerId() == start;
        hashLock.unlock();
        if (free) {
          timer.setId(id);
          return id;
        }
      }
      return -Errno.EAGAIN;
    }
  }

  private static final class CounterMovedLate extends BoundedScanHash {
    CounterMovedLate(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      for (long tries = config.idCount(); tries > 0; tries--) {
        hashLock.lock();
        int id = owner.nextTimerIdOpaque();
        HashHead head = head(owner, id);
        boolean free = isFree(head, owner, id);
        if (free) {
          head.addHeadRcu(timer);
        }
        hashLock.unlock();
        owner.setNextTimerIdOpaque((id + 1) & config.maxId());
        if (free) {
          timer.setId(id);
          return id;
        }
      }
      return -Errno.EAGAIN;
    }
  }

  private static final class BucketBeforeLock extends BoundedScanHash {
    BucketBeforeLock(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      for (long tries = config.idCount(); tries > 0; tries--) {
        HashHead head = head(owner, owner.nextTimerIdOpaque());
        hashLock.lock();
        int id = takeNextId(owner);
        boolean free = isFree(head, owner, id);
        if (free) {
          head.addHeadRcu(timer);
        }
        hashLock.unlock();
        if (free) {
          timer.setId(id);
          return id;
        }
      }
      return -Errno.EAGAIN;
    }
  }

  private static final class NoSecondLook extends PrecheckHash {
    NoSecondLook(TableConfig config, Rcu rcu) {
      super(config, rcu);
    }

    @Override
    protected boolean isStillFree(HashHead head, Process owner, int id) {
      return true;
    }
  }

  private static final class NotValidBitNotMasked extends BucketLockHash {
    NotValidBitNotMasked(TableConfig config) {
      super(config);
    }

    @Override
    protected boolean isFree(Bucket bucket, Process owner, int id) {
      return find(owner, id) == null;
    }
  }

  private static final class AddedAfterUnlock extends BucketLockHash {
    AddedAfterUnlock(TableConfig config) {
      super(config);
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      Bucket bucket = bucket(owner, id);
      bucket.lock().lock();
      boolean free = isFree(bucket, owner, id);
      bucket.lock().unlock();
      if (free) {
        add(bucket, owner, timer, id);
      }
      return free;
    }
  }
}
