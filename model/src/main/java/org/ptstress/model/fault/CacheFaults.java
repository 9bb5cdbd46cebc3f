package org.ptstress.model.fault;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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

/**
 * A cache in front of the table, of which lookups read parts that do not belong together. A timer
 * is cached before it is published, when nobody can delete it, and found when it is valid.
 */
final class CacheFaults {
  private CacheFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "SeqlockClosedEarly",
            "BucketLockHash",
            Claim.NO_STALE_FIND,
            "A seqlock writer stores the closing sequence before its release, and a"
                + " reader reads the sequence again without an acquire fence.",
            (config, rcu) -> new LastCreated(config, false)),
        new Fault(
            "TwoArrays",
            "BucketLockHash",
            Claim.NO_STALE_FIND,
            "A lookup reads the array of keys before a rehash and the array of timers after it.",
            (config, rcu) -> new Lookaside(config, false)),
        new Fault(
            "HolderBeforeFields",
            "SelfHashingSlots",
            Claim.NO_STALE_FIND,
            "An object with final fields is published by a plain store, and"
                + " constructed before the object that it refers to is initialised.",
            (config, rcu) -> new Held(config, rcu, false)));
  }

  /** The tables with the wrong step put right. */
  static List<Fault> mended() {
    return List.of(
        new Fault(
            "SeqlockClosedLast",
            "BucketLockHash",
            Claim.NO_STALE_FIND,
            "A seqlock with all its fences.",
            (config, rcu) -> new LastCreated(config, true)),
        new Fault(
            "OneHolderOfArrays",
            "BucketLockHash",
            Claim.NO_STALE_FIND,
            "A lookup reads one holder of both arrays.",
            (config, rcu) -> new Lookaside(config, true)),
        new Fault(
            "HolderAfterFields",
            "SelfHashingSlots",
            Claim.NO_STALE_FIND,
            "An object with final fields is constructed last, and published by a plain store.",
            (config, rcu) -> new Held(config, rcu, true)));
  }

  /** As chains do: what else is read of the timer is read under its lock. */
  private static boolean isValid(KTimer timer, Process owner) {
    return timer.signalOpaque() == owner.address();
  }

  /** A seqlock over the timer that was published last, with its owner and id. */
  private static final class LastCreated extends BucketLockHash {
    private static final VarHandle SEQUENCE;
    private static final VarHandle OWNER;
    private static final VarHandle ID;
    private static final VarHandle TIMER;

    static {
      try {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        SEQUENCE = lookup.findVarHandle(LastCreated.class, "sequence", int.class);
        OWNER = lookup.findVarHandle(LastCreated.class, "owner", long.class);
        ID = lookup.findVarHandle(LastCreated.class, "id", int.class);
        TIMER = lookup.findVarHandle(LastCreated.class, "timer", KTimer.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final SpinLock writers;
    private final boolean orders;
    private int sequence;

    @SuppressWarnings("UnusedVariable") // accessed through OWNER
    private long owner;

    @SuppressWarnings("UnusedVariable") // accessed through ID
    private int id;

    private @Nullable KTimer timer;

    LastCreated(TableConfig config, boolean orders) {
      super(config);
      this.writers = config.locks().newLock();
      this.orders = orders;
    }

    @Override
    public @Nullable KTimer find(Process process, int wanted) {
      int before = (int) SEQUENCE.getAcquire(this);
      long whose = (long) OWNER.getOpaque(this);
      int which = (int) ID.getOpaque(this);
      KTimer found = (KTimer) TIMER.getOpaque(this);
      if (orders) {
        VarHandle.acquireFence();
      }
      boolean whole = (before & 1) == 0 && (int) SEQUENCE.getOpaque(this) == before;
      return whole
              && found != null
              && whose == process.address()
              && which == wanted
              && isValid(found, process)
          ? found
          : super.find(process, wanted);
    }

    @Override
    public void publish(Process process, KTimer created) {
      writers.lock();
      write(process.address(), created.id(), created);
      writers.unlock();
      super.publish(process, created);
    }

    @Override
    public void invalidate(Process process, KTimer deleted) {
      super.invalidate(process, deleted);
      writers.lock();
      if (timer == deleted) {
        write(0, 0, null);
      }
      writers.unlock();
    }

    private void write(long whose, int which, @Nullable KTimer created) {
      SEQUENCE.setOpaque(this, sequence + 1);
      VarHandle.releaseFence();
      OWNER.setOpaque(this, whose);
      ID.setOpaque(this, which);
      TIMER.setOpaque(this, created);
      if (orders) {
        SEQUENCE.setRelease(this, sequence + 1);
      } else {
        SEQUENCE.setOpaque(this, sequence + 1);
        VarHandle.releaseFence();
      }
    }
  }

  /** A direct-mapped cache that grows when two live timers want one place. */
  private static final class Lookaside extends BucketLockHash {
    /** The key of a timer. */
    private record Key(long owner, int id) {}

    /** Keys and the timers at the same places. */
    private static final class Arrays {
      final @Nullable Key[] keys;
      final @Nullable KTimer[] timers;

      Arrays(int size) {
        this.keys = new Key[size];
        this.timers = new KTimer[size];
      }

      /** Puts a timer into its place; returns false if another one has it. */
      boolean put(Key key, KTimer timer) {
        int at = at(key.id, keys);
        if (keys[at] != null) {
          return false;
        }
        timers[at] = timer;
        keys[at] = key;
        return true;
      }
    }

    private static final int LARGEST = 64;

    private final SpinLock writers;
    private final boolean oneHolder;
    private volatile Arrays arrays = new Arrays(1);
    private volatile @Nullable Key[] keys = arrays.keys;
    private volatile @Nullable KTimer[] timers = arrays.timers;

    Lookaside(TableConfig config, boolean oneHolder) {
      super(config);
      this.writers = config.locks().newLock();
      this.oneHolder = oneHolder;
    }

    private static int at(int id, Object[] places) {
      return ~id & (places.length - 1);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer found;
      if (oneHolder) {
        Arrays both = arrays;
        found = find(both.keys, both.timers, owner, id);
      } else {
        @Nullable Key[] first = keys;
        found = find(first, timers, owner, id);
      }
      return found != null && isValid(found, owner) ? found : super.find(owner, id);
    }

    private static @Nullable KTimer find(
        @Nullable Key[] keys, @Nullable KTimer[] timers, Process owner, int id) {
      int at = at(id, keys);
      Key key = keys[at];
      boolean same = key != null && key.id == id && key.owner == owner.address();
      return same ? timers[at] : null;
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      writers.lock();
      fill(new Key(owner.address(), timer.id()), timer, arrays.keys.length);
      writers.unlock();
      super.publish(owner, timer);
    }

    @Override
    public void invalidate(Process owner, KTimer timer) {
      super.invalidate(owner, timer);
      writers.lock();
      fill(null, timer, arrays.keys.length);
      writers.unlock();
    }

    /** Copies all but the timer, which is added if it has a key; into larger arrays if need be. */
    private void fill(@Nullable Key added, KTimer timer, int size) {
      Arrays before = arrays;
      Arrays after = new Arrays(size);
      boolean fits = added == null || after.put(added, timer);
      for (int i = 0; i < before.keys.length; i++) {
        Key key = before.keys[i];
        KTimer other = before.timers[i];
        if (key != null && other != null && other != timer) {
          fits &= after.put(key, other);
        }
      }
      if (!fits && size < LARGEST) {
        fill(added, timer, 2 * size);
        return;
      }
      arrays = after;
      keys = after.keys;
      timers = after.timers;
    }
  }

  /** Holders of the timers that were published last, by the last bits of their ids. */
  private static final class Held extends SelfHashingSlots {
    /** Final fields: whoever reads a holder sees what was written before it was made. */
    private record Holder(long owner, int id, KTimer timer) {}

    private static final int PLACES = 8;

    private final @Nullable Holder[] made = new Holder[PLACES];
    private final @Nullable Holder[] published = new Holder[PLACES];
    private final boolean last;

    Held(TableConfig config, Rcu rcu, boolean last) {
      super(config, rcu);
      this.last = last;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      Holder holder = published[id & (PLACES - 1)];
      return holder != null
              && holder.id == id
              && holder.owner == owner.address()
              && isValid(holder.timer, owner)
          ? holder.timer
          : super.find(owner, id);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      int id = super.insert(owner, timer);
      if (id >= 0) {
        made[id & (PLACES - 1)] = new Holder(owner.address(), id, timer);
      }
      return id;
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      int at = timer.id() & (PLACES - 1);
      Holder holder = last ? new Holder(owner.address(), timer.id(), timer) : made[at];
      if (holder != null && holder.timer == timer) {
        published[at] = holder;
      }
      super.publish(owner, timer);
    }

    @Override
    public void invalidate(Process owner, KTimer timer) {
      int at = timer.id() & (PLACES - 1);
      Holder holder = published[at];
      if (holder != null && holder.timer == timer) {
        published[at] = null;
      }
      super.invalidate(owner, timer);
    }
  }
}
