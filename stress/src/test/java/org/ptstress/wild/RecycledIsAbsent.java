package org.ptstress.wild;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * Nodes that are recycled between the read of a slot and the compare, and a mismatch that is taken
 * for "absent" (pmem/kvdk 108). Here a node has all timers of a bucket; a change of the bucket
 * fills another node and recycles the old one.
 *
 * <p>A finder reads the node of a bucket. A change of this bucket recycles the node, and a change
 * of another fills it with the timers of that: the finder's timer, which was never touched, is not
 * in it. The cure reads the slot again, and the version of the node, before it says "absent".
 */
public final class RecycledIsAbsent {
  private static final String ORIGIN = "pmem/kvdk 108";

  private RecycledIsAbsent() {}

  /** Takes a mismatch for absent. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "RecycledIsAbsent",
          ORIGIN,
          "Buckets of one recycled node each; what is not in the node is absent.",
          ofOneWriter(),
          config -> new Table(config, false));
    }
  }

  /** Reads the slot again. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "RecycledIsAbsentCured",
          ORIGIN,
          "Buckets of one recycled node each; what is not in the node is looked for in the next.",
          ofOneWriter(),
          config -> new Table(config, true));
    }
  }

  /** All timers of a bucket, changed by writers only while no bucket refers to it. */
  private static final class Node {
    private volatile int version;
    private volatile AtomicReferenceArray<@Nullable KTimer> timers = new AtomicReferenceArray<>(2);

    void fill(KTimer[] content) {
      int next = version + 1;
      version = next;
      AtomicReferenceArray<@Nullable KTimer> places = timers;
      if (places.length() <= content.length) {
        places = new AtomicReferenceArray<>(2 * content.length);
      }
      for (int i = 0; i < content.length; i++) {
        places.set(i, content[i]);
      }
      places.set(content.length, null);
      timers = places;
    }

    @Nullable KTimer find(Process owner, int id) {
      AtomicReferenceArray<@Nullable KTimer> places = timers;
      for (int i = 0; i < places.length(); i++) {
        KTimer timer = places.get(i);
        if (timer == null) {
          return null;
        } else if (Key.has(timer, owner, id)) {
          return timer;
        }
      }
      return null;
    }

    KTimer[] content() {
      AtomicReferenceArray<@Nullable KTimer> places = timers;
      KTimer[] content = new KTimer[places.length()];
      int length = 0;
      for (KTimer timer = places.get(0); timer != null; timer = places.get(length)) {
        content[length++] = timer;
      }
      return Arrays.copyOf(content, length);
    }
  }

  private static final class Table extends OneWriterTable {
    private final boolean readsAgain;
    private final AtomicReferenceArray<Node> buckets;

    /** Nodes that no bucket refers to; guarded by the writers' lock. */
    private final Deque<Node> free = new ArrayDeque<>();

    Table(TableConfig config, boolean readsAgain) {
      super(config);
      this.readsAgain = readsAgain;
      this.buckets = new AtomicReferenceArray<>(config.buckets());
      for (int i = 0; i < buckets.length(); i++) {
        buckets.set(i, new Node());
      }
    }

    private int bucket(Process owner, int id) {
      return Key.hash(owner.address(), id) & (buckets.length() - 1);
    }

    @Override
    protected @Nullable KTimer lookup(Process owner, int id) {
      int bucket = bucket(owner, id);
      while (true) {
        Node node = buckets.get(bucket);
        int version = node.version;
        KTimer timer = node.find(owner, id);
        boolean still = buckets.get(bucket) == node && node.version == version;
        if (timer != null || still || !readsAgain) {
          return timer;
        }
      }
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      int bucket = bucket(owner, id);
      if (buckets.get(bucket).find(owner, id) != null) {
        return false;
      }
      identify(owner, timer, id);
      KTimer[] content = buckets.get(bucket).content();
      KTimer[] more = Arrays.copyOf(content, content.length + 1);
      more[content.length] = timer;
      replace(bucket, more);
      return true;
    }

    @Override
    protected void unhash(Process owner, KTimer timer) {
      int bucket = bucket(owner, timer.id());
      replace(
          bucket,
          Arrays.stream(buckets.get(bucket).content())
              .filter(other -> other != timer)
              .toArray(KTimer[]::new));
    }

    private void replace(int bucket, KTimer[] content) {
      Node node = free.isEmpty() ? new Node() : free.pop();
      node.fill(content);
      free.push(buckets.getAndSet(bucket, node));
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (int i = 0; i < buckets.length(); i++) {
        for (KTimer timer : buckets.get(i).content()) {
          action.accept(timer);
        }
      }
    }
  }
}
