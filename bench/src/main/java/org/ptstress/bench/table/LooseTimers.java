package org.ptstress.bench.table;

import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.TimerSlab;

/** Timers in no table: what is left of a create without one. */
public final class LooseTimers {
  private LooseTimers() {}

  /** A slab without a table. */
  public static TimerSlab newSlab() {
    return new TimerSlab(
        LockKind.TICKET, ReclamationKind.COLLECTOR, ReclamationKind.COLLECTOR.newRcu());
  }

  /** Makes timers and keeps all of them: the collector sees what a table shows it. */
  public static KTimer[] create(TimerSlab slab, int count) {
    KTimer[] timers = new KTimer[count];
    for (int id = 0; id < count; id++) {
      KTimer timer = slab.allocate();
      timer.initialise(ClockId.MONOTONIC, id);
      timers[id] = timer;
    }
    return timers;
  }
}
