package org.ptstress.reuse;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;

/** A list under a lock, to whose head restores have a store of their own. */
public final class RestoredHeads {
  private RestoredHeads() {}

  /** Right. */
  public static final class ByRelease extends Wide {
    /** For the service loader. */
    public ByRelease() {
      super("ByRelease", "Restores release their node.", config -> new Table(config, false));
    }
  }

  /** A find may see the node of a restore without its fields. */
  public static final class Plainly extends Wide {
    /** For the service loader. */
    public Plainly() {
      super("Plainly", "Restores store their node plainly.", config -> new Table(config, true));
    }
  }

  /** Fields that are not final, which a store would not publish. */
  private static final class Node {
    private long owner;
    private @Nullable KTimer timer;
    private @Nullable Node next;
  }

  private static final class Table extends AtomicCounterTable {
    private final AtomicReference<@Nullable Node> head = new AtomicReference<>();
    private final SpinLock lock;
    private final boolean restoresPlainly;

    Table(TableConfig config, boolean restoresPlainly) {
      super(config);
      this.lock = config.locks().newLock();
      this.restoresPlainly = restoresPlainly;
    }

    private @Nullable KTimer get(long owner, int id) {
      for (Node node = head.getAcquire(); node != null; node = node.next) {
        KTimer timer = node.timer;
        if (node.owner == owner && timer != null && timer.id() == id) {
          return timer;
        }
      }
      return null;
    }

    private boolean add(Process owner, KTimer timer, int id, boolean plainly) {
      lock.lock();
      boolean isFree = get(owner.address(), id) == null;
      if (isFree) {
        identify(owner, timer, id);
        Node node = new Node();
        node.owner = owner.address();
        node.timer = timer;
        node.next = head.getPlain();
        if (plainly) {
          head.setPlain(node);
        } else {
          head.setRelease(node);
        }
      }
      lock.unlock();
      return isFree;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      return add(owner, timer, id, false);
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      if (!add(owner, timer, id, restoresPlainly)) {
        return -Errno.EBUSY;
      }
      owner.setNextTimerIdOpaque(id + 1);
      return id;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer timer = get(owner.address(), id);
      return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      lock.lock();
      Node kept = null;
      for (Node node = head.getPlain(); node != null; node = node.next) {
        if (node.timer != timer) {
          Node copy = new Node();
          copy.owner = node.owner;
          copy.timer = node.timer;
          copy.next = kept;
          kept = copy;
        }
      }
      head.setRelease(kept);
      lock.unlock();
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (Node node = head.get(); node != null; node = node.next) {
        if (node.timer != null) {
          action.accept(node.timer);
        }
      }
    }
  }
}
