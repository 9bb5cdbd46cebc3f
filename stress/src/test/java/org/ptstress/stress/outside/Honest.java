package org.ptstress.stress.outside;

import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;

/** The control: nothing is wrong with it. */
public final class Honest extends Outside {
  /** For the service loader. */
  public Honest() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config);
  }
}
