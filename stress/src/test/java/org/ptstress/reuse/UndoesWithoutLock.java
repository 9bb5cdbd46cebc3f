package org.ptstress.reuse;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;

/**
 * A list under a lock, which a create that fails does not take to undo what nobody has seen yet.
 */
public final class UndoesWithoutLock extends Wide {
  private static final long PUBLISHED = 1;

  /** For the service loader. */
  public UndoesWithoutLock() {
    super("UndoesWithoutLock", "A create that fails leaves the list without its lock.", Table::new);
  }

  private static final class Node {
    private final long owner;
    private final KTimer timer;
    private volatile @Nullable Node next;

    Node(long owner, KTimer timer, @Nullable Node next) {
      this.owner = owner;
      this.timer = timer;
      this.next = next;
    }
  }

  private static final class Table extends AtomicCounterTable {
    private final SpinLock lock;
    private volatile @Nullable Node head;

    Table(TableConfig config) {
      super(config);
      this.lock = config.locks().newLock();
    }

    private @Nullable KTimer get(long owner, int id) {
      for (Node node = head; node != null; node = node.next) {
        if (node.owner == owner && node.timer.id() == id) {
          return node.timer;
        }
      }
      return null;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      identify(owner, timer, id);
      lock.lock();
      boolean isFree = get(owner.address(), id) == null;
      if (isFree) {
        head = new Node(owner.address(), timer, head);
      }
      lock.unlock();
      return isFree;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer timer = get(owner.address(), id);
      return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      timer.setKeyRelease(PUBLISHED);
      super.publish(owner, timer);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      boolean isPublished = timer.keyAcquire() == PUBLISHED;
      if (isPublished) {
        lock.lock();
      }
      Node before = null;
      Node node = head;
      while (node != null && node.timer != timer) {
        before = node;
        node = node.next;
      }
      Node rest = node == null ? null : node.next;
      if (before == null) {
        head = rest;
      } else {
        before.next = rest;
      }
      if (isPublished) {
        lock.unlock();
      }
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (Node node = head; node != null; node = node.next) {
        action.accept(node.timer);
      }
    }
  }
}
