package org.ptstress.stress.engine.litmus;

import java.util.List;

/** Publication by a data race: visibility of the constructor's stores. */
final class Publication {
  private Publication() {}

  static List<Litmus> all() {
    return List.of(
        Litmus.of(
            "publication",
            "plain field",
            "n 0 1",
            c -> {
              c.openBox = new Cells.OpenBox();
              return "";
            },
            c -> {
              Cells.OpenBox box = c.openBox;
              return box == null ? "n" : "" + box.plain;
            }),
        test("final field", "n 1", c -> c.box = new Cells.Box(), box -> box.constant),
        test("through a final field", "n 1", c -> c.box = new Cells.Box(), box -> box.array[0]),
        test(
            "through a final field, written later",
            "n 1 2",
            c -> {
              Cells.Box made = new Cells.Box();
              made.array[0] = 2;
              c.box = made;
            },
            box -> box.array[0]),
        test(
            "plain field beside a final one",
            "n 0 1",
            c -> c.box = new Cells.Box(),
            box -> box.plain));
  }

  /** A way to publish. */
  @FunctionalInterface
  private interface Publish {
    void to(Cells cells);
  }

  /** A way to read the published object. */
  @FunctionalInterface
  private interface Look {
    int into(Cells.Box box);
  }

  private static Litmus test(String modes, String allowed, Publish publish, Look look) {
    return Litmus.of(
        "publication",
        modes,
        allowed,
        c -> {
          publish.to(c);
          return "";
        },
        c -> {
          Cells.Box box = c.box;
          return box == null ? "n" : "" + look.into(box);
        });
  }
}
