package org.ptstress.model.fault;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.BucketLockHash;
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
            "The counter goes on at INT_MIN.",
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
            "All processes count together.",
            (config, rcu) -> new MachineWideCounter(config)));
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
