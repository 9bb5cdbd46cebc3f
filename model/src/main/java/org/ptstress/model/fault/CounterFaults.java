package org.ptstress.model.fault;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.BucketLockHash;
import org.ptstress.model.design.RfcAsDescribed;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Wrong counters. */
final class CounterFaults {
  private CounterFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "SignedCounter",
            "BucketLockHash",
            Claim.VALID_IDS,
            "The counter overflows to INT_MIN.",
            (config, rcu) -> new SignedCounter(config)),
        new Fault(
            "UnmaskedCounter",
            "BucketLockHash",
            Claim.VALID_IDS,
            "The counter is not masked to 0..INT_MAX.",
            (config, rcu) -> new UnmaskedCounter(config)),
        new Fault(
            "WrapsToOne",
            "BucketLockHash",
            Claim.WRAPS_TO_ZERO,
            "After INT_MAX comes 1.",
            (config, rcu) -> new WrapsToOne(config)),
        new Fault(
            "WrapsUnnoticed",
            "RfcAsDescribed",
            Claim.WRAP_AS_DESCRIBED,
            "The counter is reset to 0, and the search continues there instead of"
                + " failing with -EAGAIN.",
            (config, rcu) -> new WrapsUnnoticed(config)),
        new Fault(
            "StaysBehindTheEnd",
            "RfcAsDescribed",
            Claim.WRAP_AS_DESCRIBED,
            "A create after INT_MAX fails with -EAGAIN and does not reset the counter.",
            (config, rcu) -> new StaysBehindTheEnd(config)),
        new Fault(
            "OneTryShort",
            "BucketLockHash",
            Claim.EAGAIN_ONLY_WHEN_FULL,
            "The search gives up one id too early.",
            (config, rcu) -> new OneTryShort(config)),
        new Fault(
            "OneTryLong",
            "BucketLockHash",
            Claim.BOUNDED_SEARCH,
            "The search tries its first id twice.",
            (config, rcu) -> new OneTryLong(config)),
        new Fault(
            "MachineWideCounter",
            "BucketLockHash",
            Claim.OWNER_ISOLATION,
            "All processes share one id counter.",
            (config, rcu) -> new MachineWideCounter(config)),
        new Fault(
            "MachineWideCapacity",
            "BucketLockHash",
            Claim.OWNER_ISOLATION,
            "All processes together can have as many timers as one process has ids.",
            (config, rcu) -> new MachineWideCapacity(config)),
        new Fault(
            "IdOf24Bits",
            "BucketLockHash",
            Claim.NO_LOST_TIMER,
            "A lookup converts the id to a float, which keeps 24 bits of it.",
            (config, rcu) -> new IdOf24Bits(config)));
  }

  private static final class WrapsUnnoticed extends RfcAsDescribed {
    WrapsUnnoticed(TableConfig config) {
      super(config);
    }

    @Override
    protected int wrap(Process owner) {
      super.wrap(owner);
      return -Errno.ENOENT;
    }
  }

  private static final class StaysBehindTheEnd extends RfcAsDescribed {
    StaysBehindTheEnd(TableConfig config) {
      super(config);
    }

    @Override
    protected int wrap(Process owner) {
      return -Errno.EAGAIN;
    }
  }

  private static final class SignedCounter extends BucketLockHash {
    SignedCounter(TableConfig config) {
      super(config);
    }

    @Override
    protected int takeNextId(Process owner) {
      return config.signExtend(owner.getAndIncrementTimerId());
    }
  }

  private static final class UnmaskedCounter extends BucketLockHash {
    UnmaskedCounter(TableConfig config) {
      super(config);
    }

    @Override
    protected int takeNextId(Process owner) {
      return owner.getAndIncrementTimerId();
    }
  }

  private static final class WrapsToOne extends BucketLockHash {
    WrapsToOne(TableConfig config) {
      super(config);
    }

    @Override
    protected int takeNextId(Process owner) {
      int counter = owner.getAndIncrementTimerId();
      int id = counter & config.maxId();
      return id == 0 && counter != 0 ? super.takeNextId(owner) : id;
    }
  }

  private static final class OneTryShort extends BucketLockHash {
    OneTryShort(TableConfig config) {
      super(config);
    }

    @Override
    protected long tries() {
      return super.tries() - 1;
    }
  }

  private static final class OneTryLong extends BucketLockHash {
    OneTryLong(TableConfig config) {
      super(config);
    }

    @Override
    protected long tries() {
      return super.tries() + 1;
    }
  }

  private static final class MachineWideCapacity extends BucketLockHash {
    private final AtomicInteger timers = new AtomicInteger();

    MachineWideCapacity(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      if (timers.incrementAndGet() > config.idCount()) {
        timers.decrementAndGet();
        return -Errno.EAGAIN;
      }
      int id = super.insert(owner, timer);
      if (id < 0) {
        timers.decrementAndGet();
      }
      return id;
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      timers.incrementAndGet();
      int result = super.insertAt(owner, timer, id);
      if (result < 0) {
        timers.decrementAndGet();
      }
      return result;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      super.remove(owner, timer);
      timers.decrementAndGet();
    }
  }

  private static final class IdOf24Bits extends BucketLockHash {
    IdOf24Bits(TableConfig config) {
      super(config);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      return super.find(owner, (int) (float) id);
    }
  }

  private static final class MachineWideCounter extends BucketLockHash {
    MachineWideCounter(TableConfig config) {
      super(config);
    }

    private final AtomicInteger next = new AtomicInteger();

    @Override
    protected int takeNextId(Process owner) {
      return next.getAndIncrement() & config.maxId();
    }
  }
}
