package org.ptstress.stress.interleaving;

import java.util.concurrent.TimeUnit;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.stress.outside.Outside;

/** The design of the RFC, until a search has shown a broken claim: from then on it hangs. */
public final class HangingAfterwards extends Outside {
  private static final Design RFC = Designs.named("RfcHash");

  /** For the service loader. */
  public HangingAfterwards() {}

  @Override
  public IdPolicy idPolicy() {
    return RFC.idPolicy();
  }

  @Override
  public Promises promises() {
    return RFC.promises();
  }

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    while (!Setting.current().known().isEmpty()) {
      try {
        TimeUnit.MILLISECONDS.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return RFC.newTable(config, rcu);
  }
}
