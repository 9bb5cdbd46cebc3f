package org.ptstress.wide;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.timer.KTimer;

/**
 * A few slots for each process, and a map for the other timers, which finds look into under the
 * monitor of creates: nobody waits while the slots suffice.
 */
public final class Overflow {
  private Overflow() {}

  private static TimerTable table(TableConfig config, int places, boolean locksFinds) {
    return new OwnTables(config, () -> new Slots(places, locksFinds));
  }

  /** Eight slots. */
  public static final class Behind8 extends Wide {
    /** For the service loader. */
    public Behind8() {
      super("OverflowBehind8", "A monitor behind 8 slots.", config -> table(config, 8, true));
    }
  }

  /** Twenty slots. */
  public static final class Behind20 extends Wide {
    /** For the service loader. */
    public Behind20() {
      super("OverflowBehind20", "A monitor behind 20 slots.", config -> table(config, 20, true));
    }
  }

  /** Twenty-four slots. */
  public static final class Behind24 extends Wide {
    /** For the service loader. */
    public Behind24() {
      super("OverflowBehind24", "A monitor behind 24 slots.", config -> table(config, 24, true));
    }
  }

  /** A hundred and thirty slots. */
  public static final class Behind130 extends Wide {
    /** For the service loader. */
    public Behind130() {
      super("OverflowBehind130", "A monitor behind 130 slots.", config -> table(config, 130, true));
    }
  }

  /** Finds without the monitor. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super("OverflowCured", "No monitor in finds.", config -> table(config, 8, false));
    }
  }

  private static final class Slots implements OwnTables.Own {
    private final AtomicReferenceArray<KTimer> slots;
    private final Map<Integer, KTimer> others = new ConcurrentHashMap<>();
    private final boolean locksFinds;
    private volatile boolean hasOthers;

    Slots(int places, boolean locksFinds) {
      this.slots = new AtomicReferenceArray<>(places);
      this.locksFinds = locksFinds;
    }

    @Override
    public @Nullable KTimer get(int id) {
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

    @Override
    public synchronized boolean add(KTimer timer, int id) {
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

    @Override
    public synchronized void remove(KTimer timer) {
      for (int i = 0; i < slots.length(); i++) {
        if (slots.get(i) == timer) {
          slots.set(i, null);
          return;
        }
      }
      others.remove(timer.id());
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (int i = 0; i < slots.length(); i++) {
        KTimer timer = slots.get(i);
        if (timer != null) {
          action.accept(timer);
        }
      }
      others.values().forEach(action);
    }
  }
}
