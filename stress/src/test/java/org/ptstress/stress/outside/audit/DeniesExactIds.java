package org.ptstress.stress.outside.audit;

import org.ptstress.model.Claim;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Inserts at given ids, also at taken ones, and says that it does not. */
public final class DeniesExactIds extends Outside {
  /** For the service loader. */
  public DeniesExactIds() {}

  @Override
  public Promises promises() {
    return super.promises().doesNotApply(Claim.EXACT_RESTORE, "An excuse.");
  }

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      @Override
      public int insertAt(Process owner, KTimer timer, int id) {
        timer.setId(id);
        timers.put(new Key(owner.address(), id), timer);
        return id;
      }
    };
  }
}
