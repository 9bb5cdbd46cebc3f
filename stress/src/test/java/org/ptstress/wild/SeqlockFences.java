package org.ptstress.wild;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Promises;
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

  private static final Promises PROMISES =
      Wild.ofOneWriter().broken(Claim.FLAT_LOOKUP, "The chains grow with the number of timers.");

  private SeqlockFences() {}

  /** Fences on the wrong sides. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "SeqlockFences",
          ORIGIN,
          "Slots under sequence locks; the fences are on the wrong sides.",
          PROMISES,
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
          PROMISES,
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

    private final @Nullable Slot next;

    /** Even while the slot is whole. */
    private int sequence;

    private long owner;
    private int id;
    private @Nullable KTimer timer;

    Slot(@Nullable Slot next) {
      this.next = next;
    }

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
    /** Slots are added in front and stay; an empty one is used again. */
    private final AtomicReferenceArray<@Nullable Slot> chains;

    Table(TableConfig config) {
      super(config);
      this.chains = new AtomicReferenceArray<>(config.buckets());
    }

    /** Ends a change of a slot: behind what was written to it. */
    abstract void close(Slot slot, int sequence);

    /** The sequence once more: behind what was read from the slot. */
    abstract int second(Slot slot);

    private int chain(Process owner, int id) {
      return Key.hash(owner.address(), id) & (chains.length() - 1);
    }

    @Override
    protected @Nullable KTimer lookup(Process owner, int id) {
      Slot slot = chains.get(chain(owner, id));
      for (; slot != null; slot = slot.next) {
        int first = slot.first();
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

    /**
     * The first slot of a chain with a timer, or the first empty one; the writers' lock is held.
     */
    private @Nullable Slot slotOf(int chain, @Nullable KTimer timer) {
      Slot slot = chains.get(chain);
      while (slot != null && slot.timer() != timer) {
        slot = slot.next;
      }
      return slot;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      if (lookup(owner, id) != null) {
        return false;
      }
      identify(owner, timer, id);
      int chain = chain(owner, id);
      Slot empty = slotOf(chain, null);
      Slot slot = empty != null ? empty : new Slot(chains.get(chain));
      fill(slot, owner.address(), id, timer);
      if (empty == null) {
        chains.set(chain, slot);
      }
      return true;
    }

    @Override
    protected void unhash(Process owner, KTimer timer) {
      Slot slot = slotOf(chain(owner, timer.id()), timer);
      if (slot != null) {
        fill(slot, 0, 0, null);
      }
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (int i = 0; i < chains.length(); i++) {
        for (Slot slot = chains.get(i); slot != null; slot = slot.next) {
          KTimer timer = slot.timer();
          if (timer != null) {
            action.accept(timer);
          }
        }
      }
    }
  }
}
