package org.ptstress.stress.outside.growth;

import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.stress.outside.Outside;

/** Nodes of deleted timers stay in their chains for ever. */
public final class DeadNodes extends Outside {
  /** For the service loader. */
  public DeadNodes() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new NodeTable(config, false);
  }
}
