package org.ptstress.wide;

import java.util.concurrent.atomic.AtomicInteger;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A counter of its own, moved on by compare-and-set. A creator that lost it to another one tries
 * again with 16 bits of it.
 */
public final class LoserIn16Bits {
  private LoserIn16Bits() {}

  /** Cuts the counter. */
  public static final class Faulty extends Wide {
    /** For the service loader. */
    public Faulty() {
      super(
          "LoserIn16Bits",
          "A second try at the counter keeps 16 bits of it.",
          config -> new Table(config, Character.MAX_VALUE));
    }
  }

  /** Keeps the counter. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super(
          "LoserIn16BitsCured",
          "A second try at the counter keeps all of it.",
          config -> new Table(config, -1));
    }
  }

  private static final class Table extends WideTable {
    private final int maskOfLosers;

    Table(TableConfig config, int maskOfLosers) {
      super(config);
      this.maskOfLosers = maskOfLosers;
    }

    private static AtomicInteger counter(Process owner) {
      Object counter = owner.attachment();
      return (AtomicInteger)
          (counter == null ? owner.attachIfAbsent(new AtomicInteger()) : counter);
    }

    @Override
    protected int takeNextId(Process owner) {
      AtomicInteger counter = counter(owner);
      int id = counter.get();
      int mask = -1;
      while (!counter.compareAndSet(id, (id + 1) & config.maxId() & mask)) {
        id = counter.get();
        mask = maskOfLosers;
      }
      return id;
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      int result = super.insertAt(owner, timer, id);
      if (result == id) {
        counter(owner).set((id + 1) & config.maxId());
      }
      return result;
    }
  }
}
