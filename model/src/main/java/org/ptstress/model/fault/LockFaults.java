package org.ptstress.model.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.BucketLockHash;
import org.ptstress.model.design.SelfHashingSlots;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Locks that order too little or exclude too much. */
final class LockFaults {
  private LockFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "PlainReadInWaitLoop",
            "BucketLockHash",
            Claim.NO_LOST_TIMER,
            "A waiter polls the lock by a plain load, which the compiler hoists out"
                + " of the loop.",
            (config, rcu) -> new PlainReadInWaitLoop(config)),
        new Fault(
            "FindTakesLock",
            "SelfHashingSlots",
            Claim.AS_GOOD_AS_BEFORE,
            "A lookup takes a machine-wide lock.",
            FindTakesLock::new),
        new Fault(
            "FindTakesChainLock",
            "BucketLockHash",
            Claim.FIND_WITHOUT_LOCK,
            "A lookup takes the lock of the chain, which creates hold too.",
            (config, rcu) -> new FindTakesChainLock(config)),
        new Fault(
            "CreateTakesLock",
            "SelfHashingSlots",
            Claim.CREATE_INDEPENDENT,
            "Creates of all processes take one lock.",
            CreateTakesLock::new));
  }

  private static final class PlainReadInWaitLoop extends BucketLockHash {
    PlainReadInWaitLoop(TableConfig config) {
      super(config, () -> new Bucket(new PlainRead()));
    }

    /** A lock whose waiters do not read it again. */
    private static final class PlainRead extends PollingLock {
      @Override
      public void lock() {
        while (!tryLock()) {
          while (isLocked()) {
            // No spin hint either: it would keep the compiler from moving the read.
          }
        }
      }

      @Override
      public void unlock() {
        release();
      }
    }
  }

  private static final class FindTakesChainLock extends BucketLockHash {
    FindTakesChainLock(TableConfig config) {
      super(config);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      Bucket bucket = bucket(owner, id);
      bucket.lock().lock();
      KTimer timer = super.find(owner, id);
      bucket.lock().unlock();
      return timer;
    }
  }

  private static final class FindTakesLock extends SelfHashingSlots {
    private final SpinLock lock;

    FindTakesLock(TableConfig config, Rcu rcu) {
      super(config, rcu);
      this.lock = config.locks().newLock();
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      lock.lock();
      KTimer timer = super.find(owner, id);
      lock.unlock();
      return timer;
    }
  }

  private static final class CreateTakesLock extends SelfHashingSlots {
    private final SpinLock lock;

    CreateTakesLock(TableConfig config, Rcu rcu) {
      super(config, rcu);
      this.lock = config.locks().newLock();
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      lock.lock();
      int id = super.insert(owner, timer);
      lock.unlock();
      return id;
    }
  }
}
