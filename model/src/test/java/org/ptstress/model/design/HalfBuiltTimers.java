package org.ptstress.model.design;

import java.util.ArrayList;
import java.util.List;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerSlab;

/** Creators that all stop between insertion and publication. */
final class HalfBuiltTimers {
  private HalfBuiltTimers() {}

  /** The ids that a process of two ids gives to so many creators. */
  static List<Integer> insert(String design, int count) {
    Rcu rcu = ReclamationKind.COLLECTOR.newRcu();
    TimerTable table = Designs.named(design).newTable(TableConfig.narrow(1), rcu);
    Process process = new Process(0xffff888012345680L, 100, LockKind.TICKET);
    TimerSlab slab = new TimerSlab(LockKind.TICKET, ReclamationKind.COLLECTOR, rcu);
    List<Integer> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      results.add(table.insert(process, slab.allocate()));
    }
    return results;
  }
}
