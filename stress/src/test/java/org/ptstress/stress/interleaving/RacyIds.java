package org.ptstress.stress.interleaving;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Takes the lowest free id in two steps: two threads can take the same one. */
public final class RacyIds extends CatalogueEntry {
  /** For the service loader. */
  public RacyIds() {
    super(
        "RacyIds",
        "a test",
        "An array without a lock.",
        IdPolicy.LOWEST_FREE,
        Promises.allHold(),
        (config, rcu) -> new Table(config));
  }

  private static final class Table implements TimerTable {
    private final @Nullable KTimer[] timers;

    Table(TableConfig config) {
      this.timers = new @Nullable KTimer[(int) config.idCount()];
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      for (int id = 0; id < timers.length; id++) {
        if (timers[id] == null) {
          timer.setId(id);
          timers[id] = timer;
          return id;
        }
      }
      return -Errno.EAGAIN;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      return id < 0 || id >= timers.length ? null : timers[id];
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      timers[timer.id()] = null;
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      Arrays.stream(timers).filter(Objects::nonNull).forEach(action);
    }
  }
}
