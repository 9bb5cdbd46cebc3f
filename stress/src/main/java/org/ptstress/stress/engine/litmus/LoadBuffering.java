package org.ptstress.stress.engine.litmus;

import static org.ptstress.stress.engine.litmus.Cells.X;
import static org.ptstress.stress.engine.litmus.Cells.Y;

import java.util.List;

/** LB: loads that return what is stored later. The explorer does not show it. */
final class LoadBuffering {
  private LoadBuffering() {}

  static List<Litmus> all() {
    return List.of(
        Litmus.of(
                "LB",
                "opaque",
                "00 01 10",
                c -> {
                  int x = c.opaque(X);
                  c.opaque(Y, 1);
                  return "" + x;
                },
                c -> {
                  int y = c.opaque(Y);
                  c.opaque(X, 1);
                  return "" + y;
                })
            .missing("11"),
        Litmus.of(
            "LB",
            "release, acquire",
            "00 01 10",
            c -> {
              int x = c.acquire(X);
              c.release(Y, 1);
              return "" + x;
            },
            c -> {
              int y = c.acquire(Y);
              c.release(X, 1);
              return "" + y;
            }),
        Litmus.of(
            "LB",
            "opaque, with dependencies",
            "00",
            c -> {
              int x = c.opaque(X);
              c.opaque(Y, x);
              return "" + x;
            },
            c -> {
              int y = c.opaque(Y);
              c.opaque(X, y);
              return "" + y;
            }));
  }
}
