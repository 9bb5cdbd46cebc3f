package org.ptstress.wild;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * Slots under sequence locks whose fences are on the wrong sides (dora-rs/dora 3288, python/cpython
 * 121388).
 *
 * <p>The writer closes the slot with a store and has the release fence behind it, so the store can
 * pass those of the data; the reader has no acquire fence before its second read of the sequence,
 * so that can pass its loads. A reader then gets the key of one timer and another timer with it.
 * The cure has the fences on the right sides. Only weak memory shows it.
 */
public final class SeqlockFences {
  private static final String ORIGIN = "dora-rs/dora 3288, python/cpython 121388";

  private SeqlockFences() {}

  /** Fences on the wrong sides. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "SeqlockFences",
          ORIGIN,
          "Slots under sequence locks; the fences are on the wrong sides.",
          ofOneWriter(),
          config ->
              new Table(config) {
                @Override
                void close(Slot slot, int sequence) {
                  slot.setSequence(sequence);
                  VarHandle.releaseFence();
                }

                @Override
                int second(Slot slot) {
                  return slot.sequence();
                }
              });
    }
  }

  /** Fences on the right sides. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "SeqlockFencesCured",
          ORIGIN,
          "Slots under sequence locks; the fences are on the right sides.",
          ofOneWriter(),
          config ->
              new Table(config) {
                @Override
                void close(Slot slot, int sequence) {
                  VarHandle.releaseFence();
                  slot.setSequence(sequence);
                }

                @Override
                int second(Slot slot) {
                  VarHandle.acquireFence();
                  return slot.sequence();
                }
              });
    }
  }

  @SuppressWarnings("UnusedVariable") // its fields are accessed through handles
  private static final class Slot {
    static final VarHandle SEQUENCE;
    static final VarHandle OWNER;
    static final VarHandle ID;
    static final VarHandle TIMER;

    static {
      try {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        SEQUENCE = lookup.findVarHandle(Slot.class, "sequence", int.class);
        OWNER = lookup.findVarHandle(Slot.class, "owner", long.class);
        ID = lookup.findVarHandle(Slot.class, "id", int.class);
        TIMER = lookup.findVarHandle(Slot.class, "timer", KTimer.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    /** Even when the slot is whole; 0 when it was never used. */
    private int sequence;

    private long owner;
    private int id;
    private @Nullable KTimer timer;

    int sequence() {
      return (int) SEQUENCE.getOpaque(this);
    }

    int first() {
      return (int) SEQUENCE.getAcquire(this);
    }

    long owner() {
      return (long) OWNER.getOpaque(this);
    }

    int id() {
      return (int) ID.getOpaque(this);
    }

    @Nullable KTimer timer() {
      return (KTimer) TIMER.getOpaque(this);
    }

    void setSequence(int value) {
      SEQUENCE.setOpaque(this, value);
    }

    void set(long newOwner, int newId, @Nullable KTimer newTimer) {
      OWNER.setOpaque(this, newOwner);
      ID.setOpaque(this, newId);
      TIMER.setOpaque(this, newTimer);
    }
  }

  private abstract static class Table extends OneWriterTable {
    /** Up to this size all slots are used before the table grows, and then half of them. */
    private static final int SMALL = 4;

    private volatile Slot[] slots = slots(2);

    /** Guarded by the writers' lock. */
    private int live;

    Table(TableConfig config) {
      super(config);
    }

    /** Ends a change of a slot: behind what was written to it. */
    abstract void close(Slot slot, int sequence);

    /** The sequence once more: behind what was read from the slot. */
    abstract int second(Slot slot);

    private static Slot[] slots(int size) {
      return Stream.generate(Slot::new).limit(size).toArray(Slot[]::new);
    }

    @Override
    @Nullable KTimer lookup(Process owner, int id) {
      Slot[] now = slots;
      int place = Key.hash(owner.address(), id);
      for (int i = 0; i < now.length; i++) {
        Slot slot = now[(place + i) & (now.length - 1)];
        int first = slot.first();
        if (first == 0) {
          return null;
        }
        boolean same = slot.owner() == owner.address() && slot.id() == id;
        KTimer timer = slot.timer();
        // A slot that changes meanwhile has a timer that comes or goes: either may be "absent".
        if (same && (first & 1) == 0 && second(slot) == first) {
          return timer;
        }
      }
      return null;
    }

    private void fill(Slot slot, long owner, int id, @Nullable KTimer timer) {
      int before = slot.sequence();
      slot.setSequence(before + 1);
      VarHandle.releaseFence();
      slot.set(owner, id, timer);
      close(slot, before + 2);
    }

    private void put(Slot[] in, long owner, int id, KTimer timer) {
      int place = Key.hash(owner, id);
      while (in[place & (in.length - 1)].timer() != null) {
        place++;
      }
      fill(in[place & (in.length - 1)], owner, id, timer);
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      if (lookup(owner, id) != null) {
        return false;
      }
      identify(owner, timer, id);
      Slot[] now = slots;
      if (now.length <= SMALL ? live == now.length : 2 * live >= now.length) {
        now = slots(2 * now.length);
        for (Slot slot : slots) {
          KTimer other = slot.timer();
          if (other != null) {
            put(now, slot.owner(), slot.id(), other);
          }
        }
        slots = now;
      }
      put(now, owner.address(), id, timer);
      live++;
      return true;
    }

    @Override
    void unhash(Process owner, KTimer timer) {
      Slot[] now = slots;
      int place = Key.hash(owner.address(), timer.id());
      while (now[place & (now.length - 1)].timer() != timer) {
        place++;
      }
      fill(now[place & (now.length - 1)], 0, 0, null);
      live--;
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (Slot slot : slots) {
        KTimer timer = slot.timer();
        if (timer != null) {
          action.accept(timer);
        }
      }
    }
  }
}
