package org.ptstress.model.design;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.timer.KTimer;

/**
 * What a process with at most two timers has instead of slots: {@link #NONE}, a timer, or a {@link
 * Pair}. None of them changes, so that one exchange of what is attached to the process adds a timer
 * or takes one out, without a gate.
 */
final class Few {
  /** No timer. */
  static final Object NONE = new Object();

  private Few() {}

  /** Two timers. */
  record Pair(KTimer first, KTimer second) {}

  /** Whether one more timer can be added, unless its id is taken. */
  static boolean hasRoom(@Nullable Object few) {
    return few == NONE || few instanceof KTimer;
  }

  /** A copy with one more timer, or null if that is too many or its id is taken. */
  static @Nullable Object with(@Nullable Object few, KTimer timer) {
    if (few instanceof KTimer only) {
      return only.id() == timer.id() ? null : new Pair(only, timer);
    }
    return few == NONE ? timer : null;
  }

  /** A copy without a timer, or null if it is not among them. */
  static @Nullable Object without(@Nullable Object few, KTimer timer) {
    if (few instanceof Pair pair) {
      return timer == pair.first ? pair.second : timer == pair.second ? pair.first : null;
    }
    return few == timer ? NONE : null;
  }

  static void forEach(@Nullable Object few, Consumer<? super KTimer> action) {
    if (few instanceof KTimer only) {
      action.accept(only);
    } else if (few instanceof Pair pair) {
      action.accept(pair.first);
      action.accept(pair.second);
    }
  }

  /** The number of timers, as one chain. */
  static IntStream lengths(@Nullable Object few) {
    return IntStream.of(few instanceof KTimer ? 1 : few instanceof Pair ? 2 : 0);
  }
}
