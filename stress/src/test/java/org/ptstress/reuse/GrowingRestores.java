package org.ptstress.reuse;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;

/** Each process has chains with a lock each, twice as many when they have two timers on average. */
public final class GrowingRestores {
  private static final int FEW = 2;

  /** The timers of 17 fill them. */
  private static final int MANY = 8;

  private static final int TIMERS_A_CHAIN = 2;

  private GrowingRestores() {}

  /** Right: whoever has a lock looks whether the chains are still those of the process. */
  public static final class LookAgain extends Wide {
    /** For the service loader. */
    public LookAgain() {
      super("LookAgain", "Restores look for new chains.", config -> new Table(config, FEW, true));
    }
  }

  /** A restore adds its timer to chains that were copied before it had their lock. */
  public static final class LookOnce extends Wide {
    /** For the service loader. */
    public LookOnce() {
      super("LookOnce", "Restores trust their chains.", config -> new Table(config, FEW, false));
    }
  }

  /** The same with more chains at first. */
  public static final class LookOnceFrom17 extends Wide {
    /** For the service loader. */
    public LookOnceFrom17() {
      super(
          "LookOnceFrom17",
          "Restores trust their chains.",
          config -> new Table(config, MANY, false));
    }
  }

  private record Node(int id, KTimer timer, @Nullable Node next) {}

  private static final class Chains {
    private final SpinLock[] locks;
    private final AtomicReferenceArray<@Nullable Node> heads;

    Chains(TableConfig config, int count) {
      this.heads = new AtomicReferenceArray<>(count);
      this.locks = new SpinLock[count];
      for (int i = 0; i < count; i++) {
        locks[i] = config.locks().newLock();
      }
    }

    int at(int id) {
      return id & (heads.length() - 1);
    }

    void add(int id, KTimer timer) {
      heads.set(at(id), new Node(id, timer, heads.get(at(id))));
    }

    @Nullable KTimer get(int id) {
      for (Node node = heads.get(at(id)); node != null; node = node.next) {
        if (node.id == id) {
          return node.timer;
        }
      }
      return null;
    }

    void forEach(Consumer<? super Node> action) {
      for (int i = 0; i < heads.length(); i++) {
        for (Node node = heads.get(i); node != null; node = node.next) {
          action.accept(node);
        }
      }
    }
  }

  private static final class Timers {
    private final AtomicInteger size = new AtomicInteger();
    private volatile Chains chains;

    Timers(Chains chains) {
      this.chains = chains;
    }

    Chains lock(int id) {
      while (true) {
        Chains locked = chains;
        locked.locks[locked.at(id)].lock();
        if (locked == chains) {
          return locked;
        }
        locked.locks[locked.at(id)].unlock();
      }
    }
  }

  private static final class Table extends AtomicCounterTable {
    private final ConcurrentHashMap<Long, Timers> all = new ConcurrentHashMap<>();
    private final int firstChains;
    private final boolean restoresLookAgain;

    Table(TableConfig config, int firstChains, boolean restoresLookAgain) {
      super(config);
      this.firstChains = firstChains;
      this.restoresLookAgain = restoresLookAgain;
    }

    private Timers timersOf(Process owner) {
      return all.computeIfAbsent(
          owner.address(), address -> new Timers(new Chains(config, firstChains)));
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      Timers timers = timersOf(owner);
      return add(owner, timers, timers.lock(id), timer, id);
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      if (restoresLookAgain) {
        return super.insertAt(owner, timer, id);
      }
      Timers timers = timersOf(owner);
      Chains chains = timers.chains;
      chains.locks[chains.at(id)].lock();
      if (!add(owner, timers, chains, timer, id)) {
        return -Errno.EBUSY;
      }
      owner.setNextTimerIdOpaque(id + 1);
      return id;
    }

    private boolean add(Process owner, Timers timers, Chains locked, KTimer timer, int id) {
      boolean isFree = locked.get(id) == null;
      if (isFree) {
        identify(owner, timer, id);
        locked.add(id, timer);
      }
      locked.locks[locked.at(id)].unlock();
      if (isFree && timers.size.incrementAndGet() > TIMERS_A_CHAIN * locked.heads.length()) {
        grow(timers, locked);
      }
      return isFree;
    }

    private void grow(Timers timers, Chains old) {
      for (SpinLock lock : old.locks) {
        lock.lock();
      }
      if (timers.chains == old) {
        Chains chains = new Chains(config, 2 * old.heads.length());
        old.forEach(node -> chains.add(node.id, node.timer));
        timers.chains = chains;
      }
      for (SpinLock lock : old.locks) {
        lock.unlock();
      }
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer timer = timersOf(owner).chains.get(id);
      return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      Timers timers = timersOf(owner);
      Chains chains = timers.lock(timer.id());
      int at = chains.at(timer.id());
      Node kept = null;
      for (Node node = chains.heads.get(at); node != null; node = node.next) {
        if (node.timer != timer) {
          kept = new Node(node.id, node.timer, kept);
        }
      }
      chains.heads.set(at, kept);
      timers.size.decrementAndGet();
      chains.locks[at].unlock();
    }

    @Override
    public void release(Process owner) {
      all.remove(owner.address());
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      all.values().forEach(timers -> timers.chains.forEach(node -> action.accept(node.timer)));
    }
  }
}
