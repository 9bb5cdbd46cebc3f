package org.ptstress.stress.outside.audit;

import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Says that no chain holds more than one timer, however many there are. */
public final class ShortChains extends Outside {
  /** For the service loader. */
  public ShortChains() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      @Override
      public int[] chainLengths() {
        return new int[] {1, 1, 1, 1, 1, 1, 1, 1};
      }
    };
  }
}
