package org.ptstress.stress.engine.explore;

import java.util.ArrayList;
import java.util.List;

/** A pool of the views that stores publish, reused by the next execution. */
final class Views {
  private final List<View> made = new ArrayList<>();
  private int used;

  View copyOf(View view) {
    View copy = next();
    copy.copy(view);
    return copy;
  }

  /** An immutable copy of an actor's view. */
  View publish(Actor actor) {
    View copy = next();
    copy.publish(actor.current, actor.number, ++actor.editions);
    return copy;
  }

  View union(View one, View other) {
    View union = copyOf(one);
    union.join(other);
    return union;
  }

  private View next() {
    if (used == made.size()) {
      made.add(new View());
    }
    return made.get(used++);
  }

  void reset() {
    used = 0;
  }
}
