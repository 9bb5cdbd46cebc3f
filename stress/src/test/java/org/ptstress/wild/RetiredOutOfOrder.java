package org.ptstress.wild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * Grace periods in a ring of slots that retire out of order (openssl/openssl 26919).
 *
 * <p>Readers count themselves in the slot of the current period. Each delete closes that period and
 * opens the next; when its readers have gone, its timers are freed. A finder is counted in the
 * first slot; a first delete closes that, a second one, of the timer that the finder has, closes
 * the next, which has no readers: its timer is freed, although the first slot still drains. The
 * cure retires slots in their order.
 */
public final class RetiredOutOfOrder {
  private static final String ORIGIN = "openssl/openssl 26919";
  private static final Promises PROMISES =
      Wild.ofOneWriter()
          .broken(Claim.FLAT_LOOKUP, "The chains grow with the number of timers.")
          .broken(Claim.SCALABLE_FIND, "Lookups count themselves in words that they share.")
          .broken(Claim.FIND_BESIDE_CHANGE, "Lookups count themselves in words that they share.");

  private RetiredOutOfOrder() {}

  /** Retires each slot that has drained. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "RetiredOutOfOrder",
          ORIGIN,
          "A ring of grace periods; each retires when it has drained.",
          PROMISES,
          config -> new Table(config, false));
    }
  }

  /** Retires the oldest slot first. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "RetiredOutOfOrderCured",
          ORIGIN,
          "A ring of grace periods; each retires when it and all before it have drained.",
          PROMISES,
          config -> new Table(config, true));
    }
  }

  private static final class Period {
    final AtomicInteger readers = new AtomicInteger();

    /** Guarded by the lock of the ring. */
    final List<KTimer> timers = new ArrayList<>();
  }

  private static final class Table extends ChainTable {
    private static final int PERIODS = 4;

    private final boolean inOrder;
    private final SpinLock ring;
    private final Period[] periods =
        Stream.generate(Period::new).limit(PERIODS).toArray(Period[]::new);

    private volatile int current;

    /**
     * How many periods before the current one have not retired; guarded by the lock of the ring.
     */
    private int closed;

    Table(TableConfig config, boolean inOrder) {
      super(config);
      this.inOrder = inOrder;
      this.ring = config.locks().newLock();
    }

    private Period enter() {
      while (true) {
        int now = current;
        Period period = periods[now];
        period.readers.getAndIncrement();
        if (current == now) {
          return period;
        }
        // It was closed meanwhile, and may have retired.
        period.readers.getAndDecrement();
      }
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      Period period = enter();
      try {
        return super.find(owner, id);
      } finally {
        period.readers.getAndDecrement();
      }
    }

    @Override
    public @Nullable KTimer findAndLock(Process owner, int id) {
      Period period = enter();
      try {
        return super.findAndLock(owner, id);
      } finally {
        period.readers.getAndDecrement();
      }
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      ring.lock();
      retire();
      ring.unlock();
      return super.insert(owner, timer);
    }

    @Override
    public void reclaim(Rcu rcu, KTimer timer) {
      ring.lock();
      periods[current].timers.add(timer);
      if (closed < PERIODS - 1) {
        closed++;
        current = (current + 1) % PERIODS;
      }
      retire();
      ring.unlock();
    }

    /** Frees the timers of periods without readers. */
    private void retire() {
      for (int age = closed; age > 0; age--) {
        Period period = periods[(current + PERIODS - age) % PERIODS];
        if (period.readers.get() == 0) {
          period.timers.forEach(KTimer::reclaim);
          period.timers.clear();
          // The oldest of those that drain leaves the ring.
          closed -= age == closed ? 1 : 0;
        } else if (inOrder) {
          return;
        }
      }
    }
  }
}
