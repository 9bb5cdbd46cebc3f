package org.ptstress.model.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.BucketLockHash;
import org.ptstress.model.design.SelfHashingSlots;
import org.ptstress.model.kernel.HashNode;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * Missing order between writes. x86-64 keeps all writes in order, so that these show on other
 * processors only, unless a compiler reorders them.
 */
final class WeakMemoryFaults {
  private WeakMemoryFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "AddedWithoutRelease",
            "BucketLockHash",
            Claim.NO_STALE_FIND,
            "A node is linked by a plain store, so a walk may reach it before its"
                + " fields are visible.",
            (config, rcu) -> new AddedWithoutRelease(config)),
        new Fault(
            "PublishedWithoutRelease",
            "SelfHashingSlots",
            Claim.NO_STALE_FIND,
            "A timer is published without a release, so its fields may become visible later.",
            PublishedWithoutRelease::new),
        new Fault(
            "PublishedWithoutLock",
            "BucketLockHash",
            Claim.NO_STALE_FIND,
            "A timer is published without its lock, as before 2025.",
            (config, rcu) -> new PublishedWithoutLock(config)),
        new Fault(
            "UnlockWithoutRelease",
            "BucketLockHash",
            Claim.NO_LOST_TIMER,
            "Unlock has no release: writes of the critical section may become visible after it.",
            (config, rcu) -> new UnlockWithoutRelease(config)),
        new Fault(
            "LockWithoutAcquire",
            "BucketLockHash",
            Claim.NO_LOST_TIMER,
            "Lock has no acquire: reads of the critical section may return stale values.",
            (config, rcu) -> new LockWithoutAcquire(config)),
        new Fault(
            "HeadReadPlainly",
            "BucketLockHash",
            Claim.NO_STALE_FIND,
            "A walk reads the head of the chain by a plain load, as if it held the lock.",
            (config, rcu) -> new HeadReadPlainly(config)));
  }

  private static final class AddedWithoutRelease extends BucketLockHash {
    AddedWithoutRelease(TableConfig config) {
      super(config);
    }

    @Override
    protected void add(Bucket bucket, Process owner, KTimer timer, int id) {
      timer.setId(id);
      timer.setSignal(owner.address() | KTimer.NOT_VALID);
      bucket.addHead(timer);
    }
  }

  private static final class PublishedWithoutRelease extends SelfHashingSlots {
    PublishedWithoutRelease(TableConfig config, Rcu rcu) {
      super(config, rcu);
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      timer.setSignal(owner.address());
      timer.setKey(KTimer.key(timer.id()));
    }
  }

  private static final class PublishedWithoutLock extends BucketLockHash {
    PublishedWithoutLock(TableConfig config) {
      super(config);
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      owner.siglock().lock();
      timer.setSignal(owner.address());
      owner.link(timer);
      owner.siglock().unlock();
    }
  }

  private static final class UnlockWithoutRelease extends BucketLockHash {
    UnlockWithoutRelease(TableConfig config) {
      super(config, () -> new Bucket(new NoRelease()));
    }

    /** A lock whose release is none. */
    private static final class NoRelease extends PollingLock {
      @Override
      public void lock() {
        while (!tryLock()) {
          Thread.onSpinWait();
        }
      }

      @Override
      public void unlock() {
        releaseWithoutOrder();
      }
    }
  }

  private static final class LockWithoutAcquire extends BucketLockHash {
    LockWithoutAcquire(TableConfig config) {
      super(config, () -> new Bucket(new NoAcquire()));
    }

    /** A lock whose acquire is none. */
    private static final class NoAcquire extends PollingLock {
      @Override
      public void lock() {
        while (!tryLockWithoutOrder()) {
          Thread.onSpinWait();
        }
      }

      @Override
      public void unlock() {
        release();
      }
    }
  }

  private static final class HeadReadPlainly extends BucketLockHash {
    HeadReadPlainly(TableConfig config) {
      super(config, () -> new PlainHead(config.locks().newLock()));
    }

    /** A chain whose walks read its head as the holder of its lock may. */
    private static final class PlainHead extends Bucket {
      PlainHead(SpinLock lock) {
        super(lock);
      }

      @Override
      public @Nullable HashNode firstRcu() {
        return first();
      }
    }
  }
}
