package org.ptstress.stress.outside;

import java.util.ArrayList;
import java.util.List;
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

/** Its hash of an id does not fit into 31 bits when the id is large: the remainder is negative. */
public final class NegativeRemainder extends Outside {
  private static final int BUCKETS = 101;
  private static final long MULTIPLIER = 31;

  /** For the service loader. */
  public NegativeRemainder() {}

  @Override
  public Promises promises() {
    return super.promises().doesNotApply(Claim.EXACT_RESTORE, "It has no exact ids.");
  }

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  private static final class Table extends MapTable {
    private final List<List<KTimer>> buckets =
        Stream.generate(() -> (List<KTimer>) new ArrayList<KTimer>()).limit(BUCKETS).toList();

    Table(TableConfig config) {
      super(config);
    }

    private List<KTimer> bucket(int id) {
      return buckets.get((int) (id * MULTIPLIER) % BUCKETS);
    }

    @Override
    public synchronized int insert(Process owner, KTimer timer) {
      for (long tries = 0; tries < config.idCount(); tries++) {
        int id = owner.nextTimerId();
        owner.setNextTimerId((id + 1) & config.maxId());
        if (hashed(owner, id) == null) {
          timer.setId(id);
          timer.setSignal(owner.address() | KTimer.NOT_VALID);
          bucket(id).add(timer);
          return id;
        }
      }
      return -Errno.EAGAIN;
    }

    private @Nullable KTimer hashed(Process owner, int id) {
      return bucket(id).stream()
          .filter(timer -> timer.id() == id)
          .filter(timer -> (timer.signal() & ~KTimer.NOT_VALID) == owner.address())
          .findFirst()
          .orElse(null);
    }

    @Override
    public synchronized @Nullable KTimer find(Process owner, int id) {
      KTimer timer = id < 0 || id > config.maxId() ? null : hashed(owner, id);
      return timer != null && timer.signal() == owner.address() ? timer : null;
    }

    @Override
    public synchronized void remove(Process owner, KTimer timer) {
      bucket(timer.id()).remove(timer);
    }

    @Override
    public synchronized void forEach(Consumer<? super KTimer> action) {
      buckets.forEach(bucket -> bucket.forEach(action));
    }
  }
}
