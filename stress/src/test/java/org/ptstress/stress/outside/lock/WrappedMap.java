package org.ptstress.stress.outside.lock;

import java.util.Collections;
import java.util.HashMap;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Keeps its timers in a map that the JDK has made synchronized, which finds enter, too. */
public final class WrappedMap extends Outside {
  /** For the service loader. */
  public WrappedMap() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config, Collections.synchronizedMap(new HashMap<>()));
  }
}
