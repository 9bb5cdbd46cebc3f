package org.ptstress.stress.engine.explore;

import java.util.ArrayList;
import java.util.List;

/** The views that stores carry; those of one execution are used again by the next. */
final class Views {
  private final List<View> made = new ArrayList<>();
  private int used;

  View copyOf(View view) {
    if (used == made.size()) {
      made.add(new View());
    }
    View copy = made.get(used++);
    copy.copy(view);
    return copy;
  }

  void reset() {
    used = 0;
  }
}
