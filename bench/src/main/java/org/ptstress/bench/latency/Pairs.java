package org.ptstress.bench.latency;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ptstress.bench.table.FilledTable;
import org.ptstress.bench.table.LooseTimers;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.TimerSlab;

/** The operations of {@link LoadKind#CREATE_DELETE}. */
public final class Pairs {
  private Pairs() {}

  /** Creates a timer and deletes it. */
  static final class Pair implements BooleanSupplier {
    private final FilledTable filled;

    Pair(FilledTable filled) {
      this.filled = filled;
    }

    @Override
    public boolean getAsBoolean() {
      KTimer timer = filled.slab().allocate();
      boolean created = filled.create(timer) >= 0;
      if (created) {
        filled.delete(timer);
      }
      return created;
    }
  }

  /** The control: the same allocation without a table, so that the collector runs here too. */
  static final class Allocation implements BooleanSupplier {
    private final TimerSlab slab = LooseTimers.newSlab();

    /** Kept, because the compiler would not allocate what nobody can see. */
    private @Nullable KTimer last;

    @Override
    public boolean getAsBoolean() {
      KTimer timer = slab.allocate();
      boolean other = timer != last;
      last = timer;
      return other;
    }
  }
}
