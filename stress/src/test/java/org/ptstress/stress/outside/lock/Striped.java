package org.ptstress.stress.outside.lock;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Deals processes out to 64 maps with a monitor each, and says so. */
public final class Striped extends Outside {
  private static final int STRIPES = 64;

  /** For the service loader. */
  public Striped() {}

  @Override
  public Promises promises() {
    return super.promises()
        .broken(Claim.CREATE_INDEPENDENT, "Two processes may share a monitor.")
        .broken(Claim.FIND_WITHOUT_LOCK, "Finds enter the monitor of their process.");
  }

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  private static final class Table extends MapTable {
    private final Stripe[] stripes =
        Stream.generate(Stripe::new).limit(STRIPES).toArray(Stripe[]::new);

    Table(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      return of(owner).insert(owner, timer, config.maxId());
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer timer = of(owner).find(new Key(owner.address(), id));
      return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      of(owner).remove(new Key(owner.address(), timer.id()));
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      Arrays.stream(stripes).forEach(stripe -> stripe.timers.values().forEach(action));
    }

    private Stripe of(Process owner) {
      return stripes[(int) (owner.address() >>> 6) & (STRIPES - 1)];
    }
  }

  private static final class Stripe {
    final Map<MapTable.Key, KTimer> timers = new HashMap<>();

    synchronized int insert(Process owner, KTimer timer, int maxId) {
      for (long tries = 0; tries <= maxId; tries++) {
        int id = owner.nextTimerId();
        owner.setNextTimerId((id + 1) & maxId);
        timer.setId(id);
        if (timers.putIfAbsent(new MapTable.Key(owner.address(), id), timer) == null) {
          return id;
        }
      }
      return -Errno.EAGAIN;
    }

    synchronized @Nullable KTimer find(MapTable.Key key) {
      return timers.get(key);
    }

    synchronized void remove(MapTable.Key key) {
      timers.remove(key);
    }
  }
}
