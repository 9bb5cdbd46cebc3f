package org.ptstress.wild;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A map of open addressing whose keys, values and capacity are three volatile fields (apache/pulsar
 * 25644).
 *
 * <p>A finder reads the keys before a rehash and the values behind it: the place of its key in the
 * old arrays holds nothing, or another timer, in the new ones. With the new capacity and the old
 * keys it reads behind their end. The cure publishes one holder.
 */
public final class SplitHolder {
  private static final String ORIGIN = "apache/pulsar 25644";
  private static final Promises PROMISES = Wild.ofOneWriter();

  private SplitHolder() {}

  /** Three fields. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "SplitHolder",
          ORIGIN,
          "Open addressing; keys, values and capacity are three volatile fields.",
          PROMISES,
          ThreeFields::new);
    }
  }

  /** One holder. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "SplitHolderCured",
          ORIGIN,
          "Open addressing; keys, values and capacity are published in one holder.",
          PROMISES,
          OneHolder::new);
    }
  }

  private interface Holder {
    int capacity();

    AtomicReferenceArray<@Nullable Key> keys();

    AtomicReferenceArray<@Nullable KTimer> values();
  }

  private record Arrays(
      int capacity,
      AtomicReferenceArray<@Nullable Key> keys,
      AtomicReferenceArray<@Nullable KTimer> values)
      implements Holder {
    static Arrays of(int capacity) {
      return new Arrays(
          capacity, new AtomicReferenceArray<>(capacity), new AtomicReferenceArray<>(capacity));
    }

    /** Puts a key into the first free place: one of a removed key is not used again. */
    void put(Key key, KTimer timer) {
      int place = key.hashCode() & (capacity - 1);
      while (keys.get(place) != null) {
        place = (place + 1) & (capacity - 1);
      }
      values.set(place, timer);
      keys.set(place, key);
    }
  }

  private static final class OneHolder extends Table {
    private volatile Arrays holder = Arrays.of(LEAST);

    OneHolder(TableConfig config) {
      super(config);
    }

    @Override
    Holder holder() {
      return holder;
    }

    @Override
    void publish(Arrays changed) {
      holder = changed;
    }
  }

  private static final class ThreeFields extends Table implements Holder {
    private volatile int capacity;
    private volatile AtomicReferenceArray<@Nullable Key> keys;
    private volatile AtomicReferenceArray<@Nullable KTimer> values;

    ThreeFields(TableConfig config) {
      super(config);
      Arrays arrays = Arrays.of(LEAST);
      this.capacity = arrays.capacity();
      this.keys = arrays.keys();
      this.values = arrays.values();
    }

    @Override
    Holder holder() {
      return this;
    }

    @Override
    void publish(Arrays changed) {
      values = changed.values();
      keys = changed.keys();
      capacity = changed.capacity();
    }

    @Override
    public int capacity() {
      return capacity;
    }

    @Override
    public AtomicReferenceArray<@Nullable Key> keys() {
      return keys;
    }

    @Override
    public AtomicReferenceArray<@Nullable KTimer> values() {
      return values;
    }
  }

  private abstract static class Table extends OneWriterTable {
    static final int LEAST = 4;
    private static final Key REMOVED = new Key(0, -1);

    /** How many places hold a timer, and how many are not free; guarded by the writers' lock. */
    private int live;

    private int used;

    Table(TableConfig config) {
      super(config);
    }

    abstract Holder holder();

    abstract void publish(Arrays changed);

    private static int place(
        int capacity, AtomicReferenceArray<@Nullable Key> keys, Process owner, int id) {
      int place = Key.hash(owner.address(), id) & (capacity - 1);
      for (Key key = keys.get(place); key != null; key = keys.get(place)) {
        if (key.is(owner, id)) {
          return place;
        }
        place = (place + 1) & (capacity - 1);
      }
      return -1;
    }

    private int place(Process owner, int id) {
      return place(holder().capacity(), holder().keys(), owner, id);
    }

    @Override
    protected @Nullable KTimer lookup(Process owner, int id) {
      Holder holder = holder();
      AtomicReferenceArray<@Nullable Key> keys = holder.keys();
      int place = place(holder.capacity(), keys, owner, id);
      return place < 0 ? null : holder.values().get(place);
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      if (place(owner, id) >= 0) {
        return false;
      }
      identify(owner, timer, id);
      if (2 * (used + 1) > holder().capacity()) {
        rehash();
      }
      new Arrays(holder().capacity(), holder().keys(), holder().values())
          .put(Key.of(owner, id), timer);
      live++;
      used++;
      return true;
    }

    private void rehash() {
      Holder before = holder();
      Arrays after = Arrays.of(Math.max(LEAST, 4 * Integer.highestOneBit(live + 1)));
      for (int i = 0; i < before.capacity(); i++) {
        Key key = before.keys().get(i);
        KTimer timer = before.values().get(i);
        if (key != null && timer != null) {
          after.put(key, timer);
        }
      }
      used = live;
      publish(after);
    }

    @Override
    protected void unhash(Process owner, KTimer timer) {
      int place = place(owner, timer.id());
      holder().keys().set(place, REMOVED);
      holder().values().set(place, null);
      live--;
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (int i = 0; i < holder().capacity(); i++) {
        KTimer timer = holder().values().get(i);
        if (timer != null) {
          action.accept(timer);
        }
      }
    }
  }
}
