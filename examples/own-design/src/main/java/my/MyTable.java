package my;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A design to start from: its entry in the catalogue, and inside it the table. */
public final class MyTable implements Design {
  @Override
  public String name() {
    return "MyTable";
  }

  @Override
  public String origin() {
    return "an example";
  }

  @Override
  public String summary() {
    return "A ConcurrentHashMap from (process, id) to timer.";
  }

  @Override
  public IdPolicy idPolicy() {
    return IdPolicy.NEXT;
  }

  /** Everything that says anything about a map; {@code ptstress judge} shows what is kept. */
  @Override
  public Promises promises() {
    return Promises.allHold()
        .doesNotApply(Claim.EVEN_BUCKETS, "The map does not show its buckets.");
  }

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  private static final class Table implements TimerTable {
    private record Key(long owner, int id) {}

    private final ConcurrentHashMap<Key, KTimer> timers = new ConcurrentHashMap<>();
    private final TableConfig config;

    Table(TableConfig config) {
      this.config = config;
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      for (long tries = 0; tries < config.idCount(); tries++) {
        int id = owner.getAndIncrementTimerId() & config.maxId();
        if (add(owner, timer, id)) {
          return id;
        }
      }
      return -Errno.EAGAIN;
    }

    @Override
    public boolean hasExactIds() {
      return true;
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      if (!add(owner, timer, id)) {
        return -Errno.EBUSY;
      }
      owner.setNextTimerIdOpaque(id + 1);
      return id;
    }

    /** The id is set before the map makes the timer visible to other threads. */
    private boolean add(Process owner, KTimer timer, int id) {
      timer.setId(id);
      return timers.putIfAbsent(new Key(owner.address(), id), timer) == null;
    }

    @Override
    public KTimer find(Process owner, int id) {
      KTimer timer = timers.get(new Key(owner.address(), id));
      // The owner is set last, by publish: until then the timer is half built.
      return timer != null && timer.signalOpaque() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      timers.remove(new Key(owner.address(), timer.id()));
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(action);
    }
  }
}
