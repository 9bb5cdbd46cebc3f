package org.ptstress.wild;

import org.ptstress.model.NotValidBit;
import org.ptstress.model.TimerTable;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A table whose timers are marked until they are published. */
abstract class MarkedTable implements TimerTable {
  @Override
  public final void publish(Process owner, KTimer timer) {
    NotValidBit.publish(owner, timer);
  }

  @Override
  public final void invalidate(Process owner, KTimer timer) {
    NotValidBit.invalidate(owner, timer);
  }
}
