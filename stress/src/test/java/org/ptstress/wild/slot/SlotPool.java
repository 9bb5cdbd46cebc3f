package org.ptstress.wild.slot;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.timer.KTimer;

/**
 * Slots for one timer each, and a stack of those that are free. The tag beside its head tells apart
 * heads that are the same slot at different times: each take changes it, so that a take that has
 * read a head and its successor fails if the head was away meanwhile.
 */
class SlotPool {
  private final AtomicStampedReference<@Nullable Slot> free = new AtomicStampedReference<>(null, 0);

  /**
   * A place for a timer; {@link #generation} is even while it is in use, and odd while it is free.
   */
  static final class Slot {
    final AtomicReference<@Nullable KTimer> timer = new AtomicReference<>();
    final AtomicInteger generation = new AtomicInteger();
    private volatile @Nullable Slot next;
  }

  final Slot take() {
    int[] stamp = new int[1];
    Slot first = free.get(stamp);
    int tag = stamp[0];
    while (first != null) {
      tag = nextTag(stamp[0], tag);
      if (free.compareAndSet(first, first.next, stamp[0], tag)) {
        first.generation.getAndIncrement();
        return first;
      }
      first = free.get(stamp);
    }
    return new Slot();
  }

  /**
   * The tag of the next head.
   *
   * @param ofHead the tag of the head that is taken
   * @param ofLastTry the tag that the last try would have set; before the first one that of the
   *     head
   */
  int nextTag(int ofHead, int ofLastTry) {
    return ofHead + 1;
  }

  /** Takes back a slot whose generation is odd. */
  final void give(Slot slot) {
    int[] stamp = new int[1];
    Slot first;
    do {
      first = free.get(stamp);
      slot.next = first;
    } while (!free.compareAndSet(first, slot, stamp[0], stamp[0]));
  }
}
