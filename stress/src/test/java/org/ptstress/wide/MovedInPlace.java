package org.ptstress.wide;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.timer.KTimer;

/**
 * A slot for each id of a process, by its remainder. A slot that is taken already makes them twice
 * as many; empty ones behind a delete make them half as many. Timers leave the old slots before the
 * new ones are visible.
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

  /** Grows from a hundred and ninety-two. */
  public static final class From192 extends Wide {
    /** For the service loader. */
    public From192() {
      super("MovedFrom192", "Grows in place.", config -> table(config, 192, false, true));
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
      KTimer timer = at(slots, id);
      return timer != null && timer.id() == id ? timer : null;
    }

    private static @Nullable KTimer at(AtomicReferenceArray<KTimer> slots, int id) {
      return slots.get(id % slots.length());
    }

    @Override
    public synchronized boolean add(KTimer timer, int id) {
      if (get(id) != null) {
        return false;
      }
      while (at(slots, id) != null) {
        resize(2 * slots.length(), clearsToGrow);
      }
      slots.set(id % slots.length(), timer);
      count++;
      return true;
    }

    @Override
    public synchronized void remove(KTimer timer) {
      slots.set(timer.id() % slots.length(), null);
      count--;
      int half = slots.length() / 2;
      if (half >= least && count == half && fit(half)) {
        resize(half, clearsToShrink);
      }
    }

    private boolean fit(int length) {
      for (int i = 0; i < length; i++) {
        if (slots.get(i) != null && slots.get(i + length) != null) {
          return false;
        }
      }
      return true;
    }

    private void resize(int length, boolean clears) {
      AtomicReferenceArray<KTimer> old = slots;
      AtomicReferenceArray<KTimer> next = new AtomicReferenceArray<>(length);
      for (int i = 0; i < old.length(); i++) {
        KTimer timer = old.get(i);
        if (timer != null) {
          next.set(timer.id() % length, timer);
        }
        if (clears) {
          old.set(i, null);
        }
      }
      slots = next;
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
