package org.ptstress.wide;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A few slots for each process, and a map for the other timers, which finds look into under the
 * monitor of creates: nobody waits while the slots suffice.
 */
public final class Overflow {
  private Overflow() {}

  /** Eight slots. */
  public static final class Behind8 extends Wide {
    /** For the service loader. */
    public Behind8() {
      super("OverflowBehind8", "A monitor behind 8 slots.", config -> new Table(config, 8, true));
    }
  }

  /** Twenty-four slots. */
  public static final class Behind24 extends Wide {
    /** For the service loader. */
    public Behind24() {
      super(
          "OverflowBehind24", "A monitor behind 24 slots.", config -> new Table(config, 24, true));
    }
  }

  /** Finds without the monitor. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super("OverflowCured", "No monitor in finds.", config -> new Table(config, 8, false));
    }
  }

  private static final class Own {
    private final AtomicReferenceArray<KTimer> slots;
    private final Map<Integer, KTimer> others = new ConcurrentHashMap<>();
    private final boolean locksFinds;
    private volatile boolean hasOthers;

    Own(int places, boolean locksFinds) {
      this.slots = new AtomicReferenceArray<>(places);
      this.locksFinds = locksFinds;
    }

    @Nullable KTimer get(int id) {
      for (int i = 0; i < slots.length(); i++) {
        KTimer timer = slots.get(i);
        if (timer != null && timer.id() == id) {
          return timer;
        }
      }
      if (!hasOthers || !locksFinds) {
        return others.get(id);
      }
      synchronized (this) {
        return others.get(id);
      }
    }

    synchronized boolean add(KTimer timer, int id) {
      if (get(id) != null) {
        return false;
      }
      for (int i = 0; i < slots.length(); i++) {
        if (slots.get(i) == null) {
          slots.set(i, timer);
          return true;
        }
      }
      others.put(id, timer);
      hasOthers = true;
      return true;
    }

    synchronized void remove(KTimer timer) {
      for (int i = 0; i < slots.length(); i++) {
        if (slots.get(i) == timer) {
          slots.set(i, null);
          return;
        }
      }
      others.remove(timer.id());
    }

    void forEach(Consumer<? super KTimer> action) {
      for (int i = 0; i < slots.length(); i++) {
        KTimer timer = slots.get(i);
        if (timer != null) {
          action.accept(timer);
        }
      }
      others.values().forEach(action);
    }
  }

  private static final class Table extends AtomicCounterTable {
    private final ConcurrentSkipListMap<Long, Own> all = new ConcurrentSkipListMap<>();
    private final int places;
    private final boolean locksFinds;

    Table(TableConfig config, int places, boolean locksFinds) {
      super(config);
      this.places = places;
      this.locksFinds = locksFinds;
    }

    private Own of(Process owner) {
      Object attached = owner.attachment();
      if (attached != null) {
        return (Own) attached;
      }
      Own own = (Own) owner.attachIfAbsent(new Own(places, locksFinds));
      all.put(owner.address(), own);
      return own;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      identify(owner, timer, id);
      return of(owner).add(timer, id);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      Own own = (Own) owner.attachment();
      KTimer timer = own == null ? null : own.get(id);
      return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      of(owner).remove(timer);
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      all.values().forEach(own -> own.forEach(action));
    }
  }
}
