package org.ptstress.stress.support;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TimerTable;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A table that delegates to a good one; subclasses change one method. */
public class WrappedTable implements TimerTable {
  protected final TimerTable good;

  protected WrappedTable(TimerTable good) {
    this.good = good;
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    return good.insert(owner, timer);
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    return good.find(owner, id);
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    good.remove(owner, timer);
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    good.forEach(action);
  }

  @Override
  public int[] chainLengths() {
    return good.chainLengths();
  }
}
