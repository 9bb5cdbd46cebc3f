package org.ptstress.stress.outside;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A list of nodes of its own for lookups. Removes move the neighbour behind the head without a
 * lock: one beside an insert can make the list lead back into itself.
 */
public final class TwistedList extends Outside {
  /** For the service loader. */
  public TwistedList() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  private static final class Node {
    final KTimer timer;
    volatile @Nullable Node next;

    Node(KTimer timer) {
      this.timer = timer;
    }
  }

  private static final class Table extends MapTable {
    private volatile @Nullable Node head;

    Table(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      int id = super.insert(owner, timer);
      if (id >= 0) {
        Node node = new Node(timer);
        node.next = head;
        head = node;
      }
      return id;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      for (Node node = head; node != null; node = node.next) {
        if (node.timer.signalAcquire() == owner.address() && node.timer.id() == id) {
          return node.timer;
        }
      }
      return null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      Node first = head;
      if (first != null && first.timer != timer) {
        // Move to front, so that the node to remove is the first one.
        Node previous = first;
        while (previous.next != null && previous.next.timer != timer) {
          previous = previous.next;
        }
        Node found = previous.next;
        if (found != null) {
          previous.next = found.next;
          found.next = head;
          head = found;
        }
      }
      Node now = head;
      head = now == null ? null : now.next;
      super.remove(owner, timer);
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (Node node = head; node != null; node = node.next) {
        action.accept(node.timer);
      }
    }
  }
}
