package org.ptstress.reuse;

import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;

/** The timer of a create that fails is freed at once, since nobody has found it. */
public final class FreesFailedCreates extends Wide {
  private static final long PUBLISHED = 1;

  /** For the service loader. */
  public FreesFailedCreates() {
    super("FreesFailedCreates", "What was not published needs no grace period.", Table::new);
  }

  private static final class Table extends Chains.Table {
    Table(TableConfig config) {
      super(config);
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      timer.setKeyRelease(PUBLISHED);
      super.publish(owner, timer);
    }

    @Override
    public void reclaim(Rcu rcu, KTimer timer) {
      if (timer.keyAcquire() == PUBLISHED) {
        rcu.call(timer);
      } else {
        timer.reclaim();
      }
    }
  }
}
