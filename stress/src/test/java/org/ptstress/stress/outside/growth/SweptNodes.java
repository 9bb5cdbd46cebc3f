package org.ptstress.stress.outside.growth;

import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.stress.outside.Outside;

/** The control: the next insert into a chain drops the nodes of deleted timers. */
public final class SweptNodes extends Outside {
  /** For the service loader. */
  public SweptNodes() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new NodeTable(config, true);
  }
}
