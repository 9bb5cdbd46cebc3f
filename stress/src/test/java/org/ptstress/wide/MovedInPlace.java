package org.ptstress.wide;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * Slots by id for each process. A slot that is taken already makes them twice as many; empty ones
 * behind a delete make them half as many. Timers leave the old slots before the new ones are
 * visible.
 */
public final class MovedInPlace {
  private MovedInPlace() {}

  /** Grows from twelve. */
  public static final class From12 extends Wide {
    /** For the service loader. */
    public From12() {
      super("MovedFrom12", "Grows in place.", config -> new Table(config, 12, false, true));
    }
  }

  /** Grows from sixty-four. */
  public static final class From64 extends Wide {
    /** For the service loader. */
    public From64() {
      super("MovedFrom64", "Grows in place.", config -> new Table(config, 64, false, true));
    }
  }

  /** Copies into new slots, which then replace the old ones. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super("MovedCured", "Grows and shrinks by a copy.", c -> new Table(c, 12, false, false));
    }
  }

  private static final class Own {
    volatile AtomicReferenceArray<KTimer> slots;
    private final int least;
    private final boolean clearsToShrink;
    private final boolean clearsToGrow;
    private int count;

    Own(int least, boolean clearsToShrink, boolean clearsToGrow) {
      this.least = least;
      this.slots = new AtomicReferenceArray<>(least);
      this.clearsToShrink = clearsToShrink;
      this.clearsToGrow = clearsToGrow;
    }

    @Nullable KTimer get(int id) {
      AtomicReferenceArray<KTimer> seen = slots;
      for (int i = 0; i < seen.length(); i++) {
        KTimer timer = seen.get(i);
        if (timer != null && timer.id() == id) {
          return timer;
        }
      }
      return null;
    }

    synchronized boolean add(KTimer timer, int id) {
      if (get(id) != null) {
        return false;
      }
      if (count == slots.length()) {
        resize(2 * count, clearsToGrow);
      }
      count++;
      put(slots, timer);
      return true;
    }

    synchronized void remove(KTimer timer) {
      for (int i = 0; i < slots.length(); i++) {
        if (slots.get(i) == timer) {
          slots.set(i, null);
          count--;
        }
      }
      if (slots.length() > least && count == slots.length() / 2) {
        resize(count, clearsToShrink);
      }
    }

    private void resize(int length, boolean clears) {
      AtomicReferenceArray<KTimer> old = slots;
      AtomicReferenceArray<KTimer> next = new AtomicReferenceArray<>(length);
      for (int i = 0; i < old.length(); i++) {
        KTimer timer = old.get(i);
        if (timer != null) {
          put(next, timer);
        }
        if (clears) {
          old.set(i, null);
        }
      }
      slots = next;
    }

    private static void put(AtomicReferenceArray<KTimer> slots, KTimer timer) {
      for (int i = 0; i < slots.length(); i++) {
        if (slots.get(i) == null) {
          slots.set(i, timer);
          return;
        }
      }
    }

    void forEach(Consumer<? super KTimer> action) {
      AtomicReferenceArray<KTimer> seen = slots;
      for (int i = 0; i < seen.length(); i++) {
        KTimer timer = seen.get(i);
        if (timer != null) {
          action.accept(timer);
        }
      }
    }
  }

  private static final class Table extends AtomicCounterTable {
    private final ConcurrentHashMap<Long, Own> all = new ConcurrentHashMap<>();
    private final int least;
    private final boolean clearsToShrink;
    private final boolean clearsToGrow;

    Table(TableConfig config, int least, boolean clearsToShrink, boolean clearsToGrow) {
      super(config);
      this.least = least;
      this.clearsToShrink = clearsToShrink;
      this.clearsToGrow = clearsToGrow;
    }

    private Own of(Process owner) {
      return all.computeIfAbsent(
          owner.address(), address -> new Own(least, clearsToShrink, clearsToGrow));
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      identify(owner, timer, id);
      return of(owner).add(timer, id);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      Own own = all.get(owner.address());
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
