package org.ptstress.model.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.Designs;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TimerTable;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** The design of 6.15 with one method replaced. */
final class FaultyDesign extends CatalogueEntry {
  FaultyDesign(UnaryOperator<TimerTable> fault) {
    super(
        "FaultyDesign",
        "a test",
        "A good table with one wrong method.",
        IdPolicy.NEXT,
        Promises.allHold(),
        (config, rcu) -> fault.apply(Designs.named("BucketLockHash").newTable(config, rcu)));
  }

  /** A table that does everything as another one does; subclasses change one method. */
  static class Table implements TimerTable {
    final TimerTable good;

    Table(TimerTable good) {
      this.good = good;
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      return good.insert(owner, timer);
    }

    @Override
    public boolean hasExactIds() {
      return good.hasExactIds();
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      return good.insertAt(owner, timer, id);
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      good.publish(owner, timer);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      return good.find(owner, id);
    }

    @Override
    public void invalidate(Process owner, KTimer timer) {
      good.invalidate(owner, timer);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      good.remove(owner, timer);
    }

    final List<KTimer> hashed() {
      List<KTimer> timers = new ArrayList<>();
      good.forEach(timers::add);
      return timers;
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      good.forEach(action);
    }
  }
}
