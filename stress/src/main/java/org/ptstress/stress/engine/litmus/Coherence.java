package org.ptstress.stress.engine.litmus;

import static org.ptstress.stress.engine.litmus.Cells.X;
import static org.ptstress.stress.engine.litmus.Cells.loaded;

import java.util.ArrayList;
import java.util.List;
import org.ptstress.stress.engine.litmus.Litmus.Act;

/** Coherence: all threads agree on the modification order of one location. */
final class Coherence {
  private static final Act WRITE =
      c -> {
        c.opaque(X, 1);
        return "";
      };
  private static final Act WRITE_TWO =
      c -> {
        c.opaque(X, 2);
        return "";
      };
  private static final Act READ_TWICE = c -> c.opaque(X) + "" + c.opaque(X);

  private Coherence() {}

  static List<Litmus> all() {
    return List.of(
        Litmus.of("CoRR", "opaque", "00 01 11", WRITE, READ_TWICE),
        Litmus.of(
                "CoRR",
                "plain",
                "00 01 11",
                c -> {
                  c.x = 1;
                  return "";
                },
                c -> {
                  int first = c.x;
                  return first + "" + c.x;
                })
            .missing("10"),
        Litmus.of("CoRR2", "opaque", agreeing(), WRITE, WRITE_TWO, READ_TWICE, READ_TWICE),
        Litmus.of(
            "CoWW",
            "opaque",
            "00 01 02 11 12 22",
            c -> {
              c.opaque(X, 1);
              c.opaque(X, 2);
              return "";
            },
            READ_TWICE),
        Litmus.of(
            "CoWR",
            "opaque",
            "1 2",
            c -> {
              c.opaque(X, 1);
              return "" + c.opaque(X);
            },
            WRITE_TWO),
        Litmus.of("CoRW1", "opaque", "0", c -> loaded(c.opaque(X), before -> c.opaque(X, 1))),
        Litmus.of(
                "CoRW2",
                "opaque",
                "0/1 0/2 2/1",
                c -> loaded(c.opaque(X), before -> c.opaque(X, 1)),
                WRITE_TWO)
            .ending(c -> "" + c.x));
  }

  /** The outcomes of two threads that read 0, 1 or 2 twice without disagreeing on an order. */
  private static String agreeing() {
    List<String> outcomes = new ArrayList<>();
    for (String order : List.of("012", "021")) {
      for (String one : pairs(order)) {
        for (String other : pairs(order)) {
          outcomes.add(one + other);
        }
      }
    }
    return String.join(" ", outcomes);
  }

  private static List<String> pairs(String order) {
    List<String> pairs = new ArrayList<>();
    for (int first = 0; first < 3; first++) {
      for (int second = first; second < 3; second++) {
        pairs.add("" + order.charAt(first) + order.charAt(second));
      }
    }
    return pairs;
  }
}
