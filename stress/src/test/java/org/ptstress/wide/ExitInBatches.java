package org.ptstress.wide;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * An exit looks up the timers of its process, and forgets the process when they are ended. What is
 * right for a few timers ends one batch of many, or has a stack that grows with them.
 */
public final class ExitInBatches {
  private ExitInBatches() {}

  /** Ends one batch. */
  public static final class Faulty extends Wide {
    /** For the service loader. */
    public Faulty() {
      super("ExitInBatches", "An exit ends at most 64 timers.", config -> new Table(config, 64));
    }
  }

  /** Ends all timers. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super(
          "ExitInBatchesCured",
          "An exit ends all timers.",
          config -> new Table(config, Integer.MAX_VALUE));
    }
  }

  /** Ends the timers behind one before that one. */
  public static final class Recursive extends Wide {
    /** For the service loader. */
    public Recursive() {
      super(
          "ExitByRecursion",
          "An exit ends the last timer first.",
          config ->
              new Table(config, Integer.MAX_VALUE) {
                @Override
                void end(Iterator<KTimer> timers, Consumer<? super KTimer> action) {
                  if (timers.hasNext()) {
                    KTimer timer = timers.next();
                    end(timers, action);
                    action.accept(timer);
                  }
                }
              });
    }
  }

  private static class Table extends WideTable {
    private final int batch;

    Table(TableConfig config, int batch) {
      super(config);
      this.batch = batch;
    }

    @SuppressWarnings("unchecked") // what this table attaches
    private static Set<KTimer> timersOf(Process owner) {
      Object attached = owner.attachment();
      return (Set<KTimer>)
          (attached != null ? attached : owner.attachIfAbsent(ConcurrentHashMap.newKeySet()));
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      return super.addAt(owner, timer, id) && timersOf(owner).add(timer);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      super.remove(owner, timer);
      timersOf(owner).remove(timer);
    }

    void end(Iterator<KTimer> timers, Consumer<? super KTimer> action) {
      timers.forEachRemaining(action);
    }

    @Override
    public void forEachOf(Process owner, Consumer<? super KTimer> action) {
      end(timersOf(owner).stream().limit(batch).toList().iterator(), action);
    }

    @Override
    public void release(Process owner) {
      for (KTimer timer : timersOf(owner)) {
        timers.remove(key(owner, timer.id()));
      }
    }
  }
}
