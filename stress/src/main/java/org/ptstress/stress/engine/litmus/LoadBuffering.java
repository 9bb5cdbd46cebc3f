package org.ptstress.stress.engine.litmus;

import static org.ptstress.stress.engine.litmus.Cells.X;
import static org.ptstress.stress.engine.litmus.Cells.Y;
import static org.ptstress.stress.engine.litmus.Cells.loaded;

import java.util.List;

/** LB: loads that return later stores. The explorer does not show it. */
final class LoadBuffering {
  private LoadBuffering() {}

  static List<Litmus> all() {
    return List.of(
        Litmus.of(
                "LB",
                "opaque",
                "00 01 10",
                c -> loaded(c.opaque(X), x -> c.opaque(Y, 1)),
                c -> loaded(c.opaque(Y), y -> c.opaque(X, 1)))
            .missing("11"),
        Litmus.of(
            "LB",
            "release, acquire",
            "00 01 10",
            c -> loaded(c.acquire(X), x -> c.release(Y, 1)),
            c -> loaded(c.acquire(Y), y -> c.release(X, 1))),
        Litmus.of(
            "LB",
            "opaque, with dependencies",
            "00",
            c -> loaded(c.opaque(X), x -> c.opaque(Y, x)),
            c -> loaded(c.opaque(Y), y -> c.opaque(X, y))));
  }
}
