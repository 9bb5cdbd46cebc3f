package org.ptstress.model.fault;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.BucketLockHash;
import org.ptstress.model.design.SelfHashingSlots;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Steps that do what they should, and cost more than they need. */
final class CostFaults {
  private CostFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "FindStores",
            "SelfHashingSlots",
            Claim.SCALABLE_FIND,
            "A lookup stores the requested id.",
            FindStores::new),
        new Fault(
            "LookupsCounted",
            "SelfHashingSlots",
            Claim.SCALABLE_FIND,
            "All lookups increment one shared counter.",
            LookupsCounted::new),
        new Fault(
            "FindFences",
            "SelfHashingSlots",
            Claim.AS_GOOD_AS_BEFORE,
            "A lookup begins with a full fence.",
            FindFences::new),
        new Fault(
            "FindAllocates",
            "SelfHashingSlots",
            Claim.AS_GOOD_AS_BEFORE,
            "A lookup allocates a key object from the process and the id.",
            FindAllocates::new),
        new Fault(
            "MissLooksTwice",
            "SelfHashingSlots",
            Claim.AS_GOOD_AS_BEFORE,
            "A lookup that misses searches a second time.",
            MissLooksTwice::new),
        new Fault(
            "EndLocksFirst",
            "SelfHashingSlots",
            Claim.SCALABLE_CREATE,
            "Process exit takes a lock before it checks whether any timer is left.",
            EndLocksFirst::new),
        new Fault(
            "BoundInLock",
            "BucketLockHash",
            Claim.SCALABLE_CREATE,
            "A field that every create reads lies in the object of a lock that"
                + " process exit takes.",
            (config, rcu) -> new BoundInLock(config)),
        new Fault(
            "ListsOfFour",
            "BucketLockHash",
            Claim.AS_GOOD_AS_BEFORE,
            "Every four chains are merged into one.",
            (config, rcu) -> new ListsOfFour(config)),
        new Fault(
            "PollsByUpdate",
            "BucketLockHash",
            Claim.SCALABLE_CREATE,
            "A waiter polls the lock by an atomic add of 0.",
            (config, rcu) -> new PollsByUpdate(config)));
  }

  private static final class FindStores extends SelfHashingSlots {
    @SuppressWarnings("UnusedVariable") // that nobody reads it makes it no cheaper
    private int lastId;

    FindStores(TableConfig config, Rcu rcu) {
      super(config, rcu);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      lastId = id;
      return super.find(owner, id);
    }
  }

  private static final class LookupsCounted extends SelfHashingSlots {
    private final AtomicInteger lookups = new AtomicInteger();

    LookupsCounted(TableConfig config, Rcu rcu) {
      super(config, rcu);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      lookups.incrementAndGet();
      return super.find(owner, id);
    }
  }

  private static final class FindFences extends SelfHashingSlots {
    FindFences(TableConfig config, Rcu rcu) {
      super(config, rcu);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      VarHandle.fullFence();
      return super.find(owner, id);
    }
  }

  private static final class FindAllocates extends SelfHashingSlots {
    FindAllocates(TableConfig config, Rcu rcu) {
      super(config, rcu);
    }

    private record Key(Process owner, int id) {}

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      Key key = new Key(owner, id);
      return super.find(key.owner(), key.id());
    }
  }

  private static final class MissLooksTwice extends SelfHashingSlots {
    MissLooksTwice(TableConfig config, Rcu rcu) {
      super(config, rcu);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer timer = super.find(owner, id);
      return timer != null ? timer : super.find(owner, id);
    }
  }

  private static final class EndLocksFirst extends SelfHashingSlots {
    private final SpinLock lock;

    EndLocksFirst(TableConfig config, Rcu rcu) {
      super(config, rcu);
      this.lock = config.locks().newLock();
    }

    @Override
    public void release(Process owner) {
      lock.lock();
      super.release(owner);
      lock.unlock();
    }
  }

  private static final class BoundInLock extends BucketLockHash {
    private final Bounded lock;

    BoundInLock(TableConfig config) {
      super(config);
      this.lock = new Bounded(config.maxId());
    }

    @Override
    protected int takeNextId(Process owner) {
      return owner.getAndIncrementTimerId() & lock.maxId;
    }

    @Override
    public void release(Process owner) {
      lock.lock();
      super.release(owner);
      lock.unlock();
    }

    /** A lock with a field that is no part of it. */
    private static final class Bounded extends PollingLock {
      private final int maxId;

      Bounded(int maxId) {
        this.maxId = maxId;
      }

      @Override
      public void lock() {
        while (!tryLock()) {
          Thread.onSpinWait();
        }
      }

      @Override
      public void unlock() {
        release();
      }
    }
  }

  private static final class ListsOfFour extends BucketLockHash {
    ListsOfFour(TableConfig config) {
      super(
          new TableConfig(
              config.idBits(),
              Math.max(2, config.buckets() / 4),
              config.cpus(),
              config.locks(),
              config.reclamation()));
    }
  }

  private static final class PollsByUpdate extends BucketLockHash {
    PollsByUpdate(TableConfig config) {
      super(config, () -> new Bucket(new Ticket()));
    }

    /** A ticket lock. */
    private static final class Ticket implements SpinLock {
      private static final VarHandle SERVING;
      private static final VarHandle NEXT_TICKET;

      static {
        try {
          MethodHandles.Lookup lookup = MethodHandles.lookup();
          SERVING = lookup.findVarHandle(Ticket.class, "serving", int.class);
          NEXT_TICKET = lookup.findVarHandle(Ticket.class, "nextTicket", int.class);
        } catch (ReflectiveOperationException e) {
          throw new ExceptionInInitializerError(e);
        }
      }

      private int serving;

      @SuppressWarnings("UnusedVariable") // accessed through NEXT_TICKET
      private int nextTicket;

      @Override
      public void lock() {
        int ticket = (int) NEXT_TICKET.getAndAdd(this, 1);
        while ((int) SERVING.getAndAdd(this, 0) != ticket) {
          Thread.onSpinWait();
        }
      }

      @Override
      public void unlock() {
        SERVING.setRelease(this, serving + 1);
      }
    }
  }
}
