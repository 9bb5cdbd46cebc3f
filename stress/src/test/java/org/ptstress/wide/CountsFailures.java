package org.ptstress.wide;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * Creates that fail are counted by the residue of the id behind theirs, which is negative behind
 * INT_MAX.
 */
public final class CountsFailures {
  private static final int RESIDUES = 7;

  private CountsFailures() {}

  /** The operator. */
  public static final class Faulty extends Wide {
    /** For the service loader. */
    public Faulty() {
      super(
          "CountsFailures",
          "Failed creates are counted by a remainder.",
          config -> new Table(config, false));
    }
  }

  /** The modulus. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super(
          "CountsFailuresCured",
          "Failed creates are counted by a modulus.",
          config -> new Table(config, true));
    }
  }

  private static final class Table extends WideTable {
    private final Set<Key> published = ConcurrentHashMap.newKeySet();
    private final AtomicIntegerArray failures = new AtomicIntegerArray(RESIDUES);
    private final boolean isCured;

    Table(TableConfig config, boolean isCured) {
      super(config);
      this.isCured = isCured;
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      published.add(key(owner, timer.id()));
      super.publish(owner, timer);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      if (!published.remove(key(owner, timer.id()))) {
        int next = timer.id() + 1;
        failures.incrementAndGet(isCured ? Math.floorMod(next, RESIDUES) : next % RESIDUES);
      }
      super.remove(owner, timer);
    }
  }
}
