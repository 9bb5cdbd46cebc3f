package org.ptstress.bench.latency;

import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.ptstress.bench.table.FilledTable;
import org.ptstress.bench.table.RandomPicks;

/** The operation of all threads of a load, each kind in a load of its own. */
enum LoadKind {
  /** Lookups of random existing timers. */
  FIND("find") {
    @Override
    IntFunction<BooleanSupplier> on(FilledTable filled) {
      return thread -> new Finds.Find(filled, RandomPicks.of(filled.ids().length, thread));
    }

    @Override
    IntFunction<BooleanSupplier> control(int timers) {
      return thread -> new Finds.Pick(RandomPicks.of(timers, thread));
    }
  },

  /** Creates, each with the delete of its timer; the latency is that of both together. */
  CREATE_DELETE("create-delete") {
    @Override
    IntFunction<BooleanSupplier> on(FilledTable filled) {
      return thread -> new Pairs.Pair(filled);
    }

    @Override
    IntFunction<BooleanSupplier> control(int timers) {
      return thread -> new Pairs.Allocation();
    }
  };

  private final String operation;

  LoadKind(String operation) {
    this.operation = operation;
  }

  /** The name by which logs know it. */
  String operation() {
    return operation;
  }

  /**
   * The load on a table.
   *
   * @param filled the table
   * @return makes the operation of each thread from the thread's number
   */
  abstract IntFunction<BooleanSupplier> on(FilledTable filled);

  /**
   * The control of the operation, without a table.
   *
   * @param timers the number of timers of the table
   * @return makes the operation of each thread from the thread's number
   */
  abstract IntFunction<BooleanSupplier> control(int timers);
}
