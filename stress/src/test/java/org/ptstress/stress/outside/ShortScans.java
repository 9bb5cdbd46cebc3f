package org.ptstress.stress.outside;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Looks through a few dozen slots in each operation, and waits for no other process. */
public final class ShortScans extends Outside {
  private static final int SLOTS = 64;

  /** For the service loader. */
  public ShortScans() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  private static final class Table extends MapTable {
    private final AtomicReferenceArray<Slot> slots = new AtomicReferenceArray<>(SLOTS);

    Table(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      synchronized (owner) {
        for (long tries = 0; tries < config.idCount(); tries++) {
          int id = owner.nextTimerId();
          owner.setNextTimerId((id + 1) & config.maxId());
          if (at(owner, id) < 0) {
            timer.setId(id);
            return add(new Slot(owner.address(), timer)) ? id : -Errno.EAGAIN;
          }
        }
        return -Errno.EAGAIN;
      }
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      int index = at(owner, id);
      Slot slot = index < 0 ? null : slots.get(index);
      return slot != null && slot.timer.signalAcquire() == owner.address() ? slot.timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      slots.set(at(owner, timer.id()), null);
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (int i = 0; i < SLOTS; i++) {
        Slot slot = slots.get(i);
        if (slot != null) {
          action.accept(slot.timer);
        }
      }
    }

    private boolean add(Slot slot) {
      for (int i = 0; i < SLOTS; i++) {
        if (slots.compareAndSet(i, null, slot)) {
          return true;
        }
      }
      return false;
    }

    private int at(Process owner, int id) {
      for (int i = 0; i < SLOTS; i++) {
        Slot slot = slots.get(i);
        if (slot != null && slot.address == owner.address() && slot.timer.id() == id) {
          return i;
        }
      }
      return -1;
    }
  }

  private record Slot(long address, KTimer timer) {}
}
