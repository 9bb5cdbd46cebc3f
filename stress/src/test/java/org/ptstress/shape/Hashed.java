package org.ptstress.shape;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Maps whose accesses depend on identity hashes or random numbers. */
public abstract class Hashed extends Shape {
  private Hashed(String name, Function<TableConfig, TimerTable> factory) {
    super(
        name, "A map that depends on hashes by identity or on a random number.", basics(), factory);
  }

  private static final class Table extends AtomicCounterTable {
    private final ConcurrentHashMap<Object, KTimer> timers = new ConcurrentHashMap<>();
    private final BiFunction<Process, Integer, Object> keys;

    Table(TableConfig config, BiFunction<Process, Integer, Object> keys) {
      super(config);
      this.keys = keys;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      identify(owner, timer, id);
      return timers.putIfAbsent(keys.apply(owner, id), timer) == null;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer timer = timers.get(keys.apply(owner, id));
      return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      timers.remove(keys.apply(owner, timer.id()));
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(action);
    }
  }

  /** Asks the process itself for its hash. */
  public static final class ByProcess extends Hashed {
    /** For the service loader. */
    public ByProcess() {
      super("ByProcess", config -> new Table(config, Key::new));
    }

    private record Key(Process owner, int id) {}
  }

  /** Asks for the identity hash of an object that stands for the process. */
  public static final class ByToken extends Hashed {
    /** For the service loader. */
    public ByToken() {
      super("ByToken", config -> new Table(config, Tokens::key));
    }

    private static final class Tokens {
      private static Object key(Process owner, int id) {
        Object attached = owner.attachment();
        Object token = attached != null ? attached : owner.attachIfAbsent(new Object());
        return Map.entry(System.identityHashCode(token), id);
      }
    }
  }

  /** Counts its calls with some ids, as a random number that the table has drawn decides. */
  public static final class ByRandom extends Hashed {
    /** For the service loader. */
    public ByRandom() {
      super("ByRandom", ByRandom::table);
    }

    private static TimerTable table(TableConfig config) {
      int salt = new Random().nextInt();
      AtomicInteger count = new AtomicInteger();
      return new Table(
          config,
          (owner, id) -> {
            if (((salt >>> id) & 1) == 0) {
              count.incrementAndGet();
            }
            return Map.entry(owner.address(), id);
          });
    }
  }
}
