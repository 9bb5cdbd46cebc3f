package org.ptstress.shape;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.timer.KTimer;

/**
 * Open addressing with linear probing. The place of a removed entry is not used again until the
 * next rehash. Changes are made by one thread at a time.
 */
final class OpenSlots {
  private static final int LEAST = 8;
  private static final Entry REMOVED = new Entry(new Key(0, -1), null);

  private final AtomicReferenceArray<@Nullable Entry> slots;
  private int used;

  OpenSlots() {
    this(LEAST);
  }

  private OpenSlots(int capacity) {
    this.slots = new AtomicReferenceArray<>(capacity);
  }

  private record Entry(Key key, @Nullable KTimer timer) {
    static boolean isLive(@Nullable Entry entry) {
      return entry != null && entry.timer != null;
    }
  }

  private int place(Key key) {
    int mask = slots.length() - 1;
    int place = key.hashCode() & mask;
    for (Entry entry = slots.get(place); entry != null; entry = slots.get(place)) {
      if (entry.key().equals(key)) {
        return place;
      }
      place = (place + 1) & mask;
    }
    return -1 - place;
  }

  @Nullable KTimer get(Key key) {
    int place = place(key);
    Entry entry = place < 0 ? null : slots.get(place);
    return entry == null || !entry.key().equals(key) ? null : entry.timer();
  }

  /** Adds an entry whose key is absent; returns what holds it then. */
  OpenSlots with(Key key, KTimer timer) {
    OpenSlots with = 2 * (used + 1) > slots.length() ? rehashed() : this;
    with.slots.set(-1 - with.place(key), new Entry(key, timer));
    with.used++;
    return with;
  }

  private OpenSlots rehashed() {
    long live = 0;
    for (int i = 0; i < slots.length(); i++) {
      live += Entry.isLive(slots.get(i)) ? 1 : 0;
    }
    int capacity = Math.max(LEAST, 4 * Integer.highestOneBit((int) live + 1));
    OpenSlots rehashed = new OpenSlots(capacity);
    for (int i = 0; i < slots.length(); i++) {
      Entry entry = slots.get(i);
      if (entry != null && Entry.isLive(entry)) {
        rehashed.slots.set(-1 - rehashed.place(entry.key()), entry);
        rehashed.used++;
      }
    }
    return rehashed;
  }

  void remove(Key key) {
    int place = place(key);
    if (place >= 0) {
      slots.set(place, REMOVED);
    }
  }

  void forEach(Consumer<? super KTimer> action) {
    for (int i = 0; i < slots.length(); i++) {
      Entry entry = slots.get(i);
      KTimer timer = entry == null ? null : entry.timer();
      if (timer != null) {
        action.accept(timer);
      }
    }
  }
}
