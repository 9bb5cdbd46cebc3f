package org.ptstress.stress.engine.litmus;

import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ptstress.stress.engine.litmus.Litmus.Act;

/** Seeded programs of two threads, with more accesses than the litmus tests have. */
final class RandomPrograms {
  private static final int PROGRAMS = 40;
  private static final int ACCESSES = 6;
  private static final List<VarHandle> CELLS = List.of(Cells.X, Cells.Y, Cells.Z);

  private RandomPrograms() {}

  static List<Litmus> all() {
    return IntStream.range(0, PROGRAMS).mapToObj(RandomPrograms::of).toList();
  }

  private static Litmus of(int seed) {
    Random random = new Random(seed);
    return Litmus.of("random", "seed " + seed, "", act(random, 1), act(random, 1 + ACCESSES));
  }

  private static Act act(Random random, int value) {
    Act[] accesses = new Act[ACCESSES];
    for (int i = 0; i < ACCESSES; i++) {
      accesses[i] = access(random.nextInt(7), CELLS.get(random.nextInt(CELLS.size())), value + i);
    }
    return cells -> {
      StringBuilder loaded = new StringBuilder("/");
      for (Act each : accesses) {
        loaded.append(each.run(cells));
      }
      return loaded.toString();
    };
  }

  private static Act access(int kind, VarHandle cell, int value) {
    return switch (kind) {
      case 0 -> cells -> "" + cells.opaque(cell);
      case 1 -> cells -> "" + cells.acquire(cell);
      case 2 -> cells -> "" + cells.volatil(cell);
      case 3 -> stores(cells -> cells.opaque(cell, value));
      case 4 -> stores(cells -> cells.release(cell, value));
      case 5 -> stores(cells -> cells.volatil(cell, value));
      default -> stores(cells -> VarHandle.fullFence());
    };
  }

  private static Act stores(Consumer<Cells> action) {
    return cells -> {
      action.accept(cells);
      return "-";
    };
  }
}
