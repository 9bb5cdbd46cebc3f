package org.ptstress.reuse;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;

/**
 * Holders of timers are used again when no hazard pointer names them (Michael, "Hazard Pointers",
 * 2004). A lookup stores its pointer and looks at the place again; without a full fence between, a
 * delete may miss the pointer while the lookup still sees the holder in its place.
 */
public abstract class HazardPointers extends Wide {
  private HazardPointers(String name, boolean fences) {
    super(name, "Holders behind hazard pointers.", config -> new Table(config, fences));
  }

  /** Without the fence. */
  public static final class Unfenced extends HazardPointers {
    /** For the service loader. */
    public Unfenced() {
      super("Unfenced", false);
    }
  }

  /** With it. */
  public static final class Fenced extends HazardPointers {
    /** For the service loader. */
    public Fenced() {
      super("Fenced", true);
    }
  }

  private static final class Holder {
    private long owner;
    private int id;
    private @Nullable KTimer timer;
  }

  private static final class Table extends AtomicCounterTable {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Holder[].class);

    /** A power of two, more than the timers of a test. */
    private static final int PLACES = 1 << 6;

    private static final int POINTERS = 8;

    private final boolean fences;
    private final SpinLock changing;
    private final @Nullable Holder[] places = new @Nullable Holder[PLACES];
    private final @Nullable Holder[] pointers = new @Nullable Holder[POINTERS];
    private final AtomicIntegerArray taken = new AtomicIntegerArray(POINTERS);
    private final List<Holder> retired = new ArrayList<>();
    private final List<Holder> free = new ArrayList<>();

    Table(TableConfig config, boolean fences) {
      super(config);
      this.fences = fences;
      this.changing = config.locks().newLock();
    }

    private static int place(long owner, int id, int probe) {
      return (Long.hashCode(owner) * 31 + id + probe) & (PLACES - 1);
    }

    /** A pointer of this call alone. */
    private int takePointer() {
      for (int i = 0; ; i = (i + 1) % POINTERS) {
        if (taken.get(i) == 0 && taken.compareAndSet(i, 0, 1)) {
          return i;
        }
        // No wait: the next one may be free.
        Thread.onSpinWait();
      }
    }

    private @Nullable Holder protectedAt(int place, int pointer) {
      while (true) {
        Holder holder = (Holder) ELEMENT.getAcquire(places, place);
        ELEMENT.setRelease(pointers, pointer, holder);
        if (fences) {
          VarHandle.fullFence();
        }
        if (holder == ELEMENT.getAcquire(places, place)) {
          return holder;
        }
      }
    }

    private @Nullable KTimer get(long owner, int id) {
      int pointer = takePointer();
      KTimer found = null;
      for (int probe = 0; probe < PLACES && found == null; probe++) {
        Holder holder = protectedAt(place(owner, id, probe), pointer);
        if (holder != null && holder.owner == owner && holder.id == id) {
          found = holder.timer;
        }
      }
      ELEMENT.setRelease(pointers, pointer, null);
      taken.set(pointer, 0);
      return found;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      identify(owner, timer, id);
      changing.lock();
      boolean isFree = get(owner.address(), id) == null;
      if (isFree) {
        Holder holder = free.isEmpty() ? new Holder() : free.remove(free.size() - 1);
        holder.owner = owner.address();
        holder.id = id;
        holder.timer = timer;
        int probe = 0;
        while (places[place(owner.address(), id, probe)] != null) {
          probe++;
        }
        ELEMENT.setRelease(places, place(owner.address(), id, probe), holder);
      }
      changing.unlock();
      return isFree;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer timer = get(owner.address(), id);
      return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      changing.lock();
      int probe = 0;
      Holder holder = places[place(owner.address(), timer.id(), probe)];
      while (holder == null || holder.timer != timer) {
        probe++;
        holder = places[place(owner.address(), timer.id(), probe)];
      }
      ELEMENT.setRelease(places, place(owner.address(), timer.id(), probe), null);
      retired.add(holder);
      VarHandle.fullFence();
      for (int i = retired.size() - 1; i >= 0; i--) {
        if (!isProtected(retired.get(i))) {
          free.add(retired.remove(i));
        }
      }
      changing.unlock();
    }

    @SuppressWarnings("ReferenceEquality") // identity, not equality
    private boolean isProtected(Holder holder) {
      for (int i = 0; i < POINTERS; i++) {
        if (ELEMENT.getAcquire(pointers, i) == holder) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (Holder holder : places) {
        if (holder != null && holder.timer != null) {
          action.accept(holder.timer);
        }
      }
    }
  }
}
