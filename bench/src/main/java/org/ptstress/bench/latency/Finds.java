package org.ptstress.bench.latency;

import java.util.function.BooleanSupplier;
import org.ptstress.bench.table.FilledTable;

/** The operations of {@link LoadKind#FIND}. */
public final class Finds {
  private Finds() {}

  /** A lookup of a random existing timer. */
  static final class Find implements BooleanSupplier {
    private final FilledTable filled;
    private final int[] picks;
    private int position;

    Find(FilledTable filled, int[] picks) {
      this.filled = filled;
      this.picks = picks;
    }

    @Override
    public boolean getAsBoolean() {
      int id = filled.ids()[picks[position++ & (picks.length - 1)]];
      return filled.table().find(filled.process(), id) != null;
    }
  }

  /** The control: the same pick without a lookup. */
  static final class Pick implements BooleanSupplier {
    private final int[] picks;
    private int position;

    Pick(int[] picks) {
      this.picks = picks;
    }

    @Override
    public boolean getAsBoolean() {
      return picks[position++ & (picks.length - 1)] >= 0;
    }
  }
}
