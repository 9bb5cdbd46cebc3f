package org.ptstress.wide;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.timer.KTimer;

/**
 * Slots by id for each process. A slot that is taken already makes them twice as many; empty ones
 * behind a delete make them half as many. Timers leave the old slots before the new ones are
 * visible.
 */
public final class MovedInPlace {
  private MovedInPlace() {}

  private static TimerTable table(
      TableConfig config, int least, boolean clearsToShrink, boolean clearsToGrow) {
    return new OwnTables(config, () -> new Slots(least, clearsToShrink, clearsToGrow));
  }

  /** Grows from ten. */
  public static final class From10 extends Wide {
    /** For the service loader. */
    public From10() {
      super("MovedFrom10", "Grows in place.", config -> table(config, 10, false, true));
    }
  }

  /** Grows from twelve. */
  public static final class From12 extends Wide {
    /** For the service loader. */
    public From12() {
      super("MovedFrom12", "Grows in place.", config -> table(config, 12, false, true));
    }
  }

  /** Grows from sixty-four. */
  public static final class From64 extends Wide {
    /** For the service loader. */
    public From64() {
      super("MovedFrom64", "Grows in place.", config -> table(config, 64, false, true));
    }
  }

  /** Shrinks to sixteen. */
  public static final class To16 extends Wide {
    /** For the service loader. */
    public To16() {
      super("MovedTo16", "Shrinks in place.", config -> table(config, 16, true, false));
    }
  }

  /** Copies into new slots, which then replace the old ones. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super("MovedCured", "Grows and shrinks by a copy.", c -> table(c, 12, false, false));
    }
  }

  private static final class Slots implements OwnTables.Own {
    volatile AtomicReferenceArray<KTimer> slots;
    private final int least;
    private final boolean clearsToShrink;
    private final boolean clearsToGrow;
    private int count;

    Slots(int least, boolean clearsToShrink, boolean clearsToGrow) {
      this.least = least;
      this.slots = new AtomicReferenceArray<>(least);
      this.clearsToShrink = clearsToShrink;
      this.clearsToGrow = clearsToGrow;
    }

    @Override
    public @Nullable KTimer get(int id) {
      AtomicReferenceArray<KTimer> seen = slots;
      for (int i = 0; i < seen.length(); i++) {
        KTimer timer = seen.get(i);
        if (timer != null && timer.id() == id) {
          return timer;
        }
      }
      return null;
    }

    @Override
    public synchronized boolean add(KTimer timer, int id) {
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

    @Override
    public synchronized void remove(KTimer timer) {
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

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      AtomicReferenceArray<KTimer> seen = slots;
      for (int i = 0; i < seen.length(); i++) {
        KTimer timer = seen.get(i);
        if (timer != null) {
          action.accept(timer);
        }
      }
    }
  }
}
