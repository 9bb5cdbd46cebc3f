package org.ptstress.model.fault;

import java.util.List;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.BucketLockHash;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Timers that stay too long, or not long enough. */
final class ReclaimFaults {
  private ReclaimFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "NoGracePeriod",
            "BucketLockHash",
            Claim.NO_STALE_FIND,
            "A timer is freed without a grace period, while lookups may still use it.",
            (config, rcu) -> new NoGracePeriod(config)),
        new Fault(
            "FailedCreateLeftHashed",
            "BucketLockHash",
            Claim.NO_DANGLING_TIMER,
            "A create that fails after the insertion does not unhash the timer.",
            (config, rcu) -> new FailedCreateLeftHashed(config)),
        new Fault(
            "ChargeKept",
            "BucketLockHash",
            Claim.NO_DANGLING_TIMER,
            "A create that finds no id keeps its charge against RLIMIT_SIGPENDING.",
            (config, rcu) -> new ChargeKept(config)),
        new Fault(
            "DeleteTwice",
            "BucketLockHash",
            Claim.SINGLE_DELETE,
            "A delete does not invalidate the timer, so a second delete finds it.",
            (config, rcu) -> new DeleteTwice(config)),
        new Fault(
            "ExitMissesCreate",
            "BucketLockHash",
            Claim.NO_LEAK_ON_EXIT,
            "A timer created during exit is not added to the list of its process.",
            (config, rcu) -> new ExitMissesCreate(config)));
  }

  private static final class NoGracePeriod extends BucketLockHash {
    NoGracePeriod(TableConfig config) {
      super(config);
    }

    @Override
    public void reclaim(Rcu rcu, KTimer timer) {
      timer.reclaim();
    }
  }

  private static final class FailedCreateLeftHashed extends BucketLockHash {
    FailedCreateLeftHashed(TableConfig config) {
      super(config);
    }

    @Override
    public void invalidate(Process owner, KTimer timer) {
      super.invalidate(owner, timer);
      // Tells a delete from a failed create, which never gets here.
      timer.setSignal(0);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      if (timer.signal() == 0) {
        super.remove(owner, timer);
      }
    }
  }

  private static final class ChargeKept extends BucketLockHash {
    ChargeKept(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      int id = super.insert(owner, timer);
      if (id < 0) {
        // One charge more, which nobody gives back.
        owner.chargeSignal();
      }
      return id;
    }
  }

  private static final class DeleteTwice extends BucketLockHash {
    DeleteTwice(TableConfig config) {
      super(config);
    }

    @Override
    public void invalidate(Process owner, KTimer timer) {
      owner.siglock().lock();
      owner.unlink(timer);
      owner.siglock().unlock();
    }
  }

  private static final class ExitMissesCreate extends BucketLockHash {
    ExitMissesCreate(TableConfig config) {
      super(config);
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      if (!owner.isExiting()) {
        super.publish(owner, timer);
      } else {
        timer.lock().lock();
        timer.setSignal(owner.address());
        timer.lock().unlock();
      }
    }
  }
}
