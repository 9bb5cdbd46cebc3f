package org.ptstress.wild;

import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.Claim;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * Sorted lists without locks in which a node is unlinked that was not marked before
 * (cornelk/hashmap 47).
 *
 * <p>A remover has read the successor of its node. An insert adds a node behind that one; the
 * remover bypasses both, and the added timer is lost. The cure marks the node before: an insert
 * behind a marked node fails, and starts again.
 */
public final class UnmarkedUnlink {
  private static final String ORIGIN = "cornelk/hashmap 47";
  private static final Promises PROMISES =
      Wild.basics()
          .broken(
              Claim.EAGAIN_ONLY_WHEN_FULL,
              "Other threads can step the counter past every free id during the search.")
          .broken(Claim.FLAT_LOOKUP, "The lists grow with the number of timers.");

  private UnmarkedUnlink() {}

  /** Unlinks only. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "UnmarkedUnlink",
          ORIGIN,
          "Sorted lists without locks; a node is unlinked by one compare-and-set.",
          PROMISES,
          config -> new Table(config, false));
    }
  }

  /** Marks, then unlinks. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "UnmarkedUnlinkCured",
          ORIGIN,
          "Sorted lists without locks; a node is marked, then unlinked.",
          PROMISES,
          config -> new Table(config, true));
    }
  }

  private static class Link {
    /** The successor; marked when this node is removed. */
    final AtomicMarkableReference<@Nullable Node> next = new AtomicMarkableReference<>(null, false);
  }

  private static final class Node extends Link {
    final Key key;
    final KTimer timer;

    Node(Key key, KTimer timer) {
      this.key = key;
      this.timer = timer;
    }

    boolean isBefore(Key other) {
      return key.id() != other.id() ? key.id() < other.id() : key.owner() < other.owner();
    }
  }

  private record Place(Link previous, @Nullable Node node) {}

  private static final class Table extends AtomicCounterTable {
    private final boolean marks;
    private final Link[] heads;

    Table(TableConfig config, boolean marks) {
      super(config);
      this.marks = marks;
      this.heads = Stream.generate(Link::new).limit(config.buckets()).toArray(Link[]::new);
    }

    private Link head(Key key) {
      return heads[key.hashCode() & (heads.length - 1)];
    }

    /** The first node that is not before a key, and its predecessor; unlinks what is marked. */
    private Place place(Key key) {
      boolean[] removed = new boolean[1];
      while (true) {
        Link previous = head(key);
        Node node = previous.next.getReference();
        boolean again = false;
        while (node != null && !again) {
          Node successor = node.next.get(removed);
          if (removed[0]) {
            again = !previous.next.compareAndSet(node, successor, false, false);
            node = successor;
          } else if (node.isBefore(key)) {
            previous = node;
            node = successor;
          } else {
            return new Place(previous, node);
          }
        }
        if (!again) {
          return new Place(previous, null);
        }
      }
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      Key key = Key.of(owner, id);
      identify(owner, timer, id);
      Node added = new Node(key, timer);
      while (true) {
        Place place = place(key);
        Node successor = place.node;
        if (successor != null && successor.key.equals(key)) {
          return false;
        }
        added.next.set(successor, false);
        if (place.previous.next.compareAndSet(successor, added, false, false)) {
          return true;
        }
      }
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      Key key = Key.of(owner, timer.id());
      while (true) {
        Place place = place(key);
        Node node = place.node;
        if (node == null || node.timer != timer) {
          return;
        }
        Node successor = node.next.getReference();
        if (marks && !node.next.compareAndSet(successor, successor, false, true)) {
          continue;
        }
        if (place.previous.next.compareAndSet(node, successor, false, false)) {
          return;
        } else if (marks) {
          // Whoever passes by unlinks it.
          place(key);
          return;
        }
      }
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      Key key = Key.of(owner, id);
      Node node = head(key).next.getReference();
      while (node != null && node.isBefore(key)) {
        node = node.next.getReference();
      }
      return node != null && node.key.equals(key) && node.timer.signalOpaque() == owner.address()
          ? node.timer
          : null;
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (Link head : heads) {
        for (Node node = head.next.getReference(); node != null; node = node.next.getReference()) {
          action.accept(node.timer);
        }
      }
    }
  }
}
