package org.ptstress.stress.engine.explore;

import java.util.ArrayList;
import java.util.List;

/** The views that stores carry; those of one execution are used again by the next. */
final class Views {
  private final List<View> made = new ArrayList<>();
  private int used;

  View copyOf(View view) {
    View copy = next();
    copy.copy(view);
    return copy;
  }

  /** A copy of what an actor knows, which nobody changes. */
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
