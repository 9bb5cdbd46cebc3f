package org.ptstress.wide;

import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.IntBinaryOperator;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * The end of a process looks for its timers by halving the range of ids. The middle of a range in
 * the upper half of 31 bits overflows, and what lies there stays.
 */
public final class MiddleOfRange {
  private MiddleOfRange() {}

  /** Adds both ends. */
  public static final class Faulty extends Wide {
    /** For the service loader. */
    public Faulty() {
      super(
          "MiddleOfRange",
          "Ends of processes halve ranges by the sum of their ends.",
          config -> new Table(config, (low, high) -> (low + high) / 2));
    }
  }

  /** Adds half of the distance. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super(
          "MiddleOfRangeCured",
          "Ends of processes halve ranges by their lengths.",
          config -> new Table(config, (low, high) -> low + (high - low) / 2));
    }
  }

  private static final class Table extends WideTable {
    private final ConcurrentSkipListMap<Key, KTimer> ordered =
        new ConcurrentSkipListMap<>(Comparator.comparingLong(Key::owner).thenComparing(Key::id));
    private final IntBinaryOperator middle;

    Table(TableConfig config, IntBinaryOperator middle) {
      super(config);
      this.middle = middle;
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      ordered.put(key(owner, timer.id()), timer);
      super.publish(owner, timer);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      ordered.remove(key(owner, timer.id()));
      super.remove(owner, timer);
    }

    @Override
    public void forEachOf(Process owner, Consumer<? super KTimer> action) {
      visit(owner, 0, config.maxId(), action);
    }

    private void visit(Process owner, int low, int high, Consumer<? super KTimer> action) {
      if (low > high || low < 0) {
        return;
      }
      Key first = ordered.ceilingKey(key(owner, low));
      if (first == null || first.owner() != owner.address() || first.id() > high) {
        return;
      }
      if (low == high) {
        action.accept(ordered.get(first));
        return;
      }
      int half = middle.applyAsInt(low, high);
      visit(owner, low, half, action);
      visit(owner, half + 1, high, action);
    }
  }
}
