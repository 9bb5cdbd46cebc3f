package org.ptstress.wild;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A lookup that gives up after three failed revalidations (pelikan-io/cache-rs 65).
 *
 * <p>Each change of the table counts its version on, and what was looked up while it did is looked
 * up again. Beside busy writers that comes to pass three times in a row, and a live timer is
 * reported absent. The cure goes on while somebody makes progress: nobody waits, because each
 * change was one.
 */
public final class GivesUp {
  private static final String ORIGIN = "pelikan-io/cache-rs 65";
  private static final int TRIES = 3;
  private static final Promises PROMISES =
      Wild.ofOneWriter()
          .broken(Claim.FLAT_LOOKUP, "The chains grow with the number of timers.")
          .broken(Claim.FIND_BESIDE_CHANGE, "Each change counts a version on that lookups read.");

  private GivesUp() {}

  /** Gives up. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "GivesUp",
          ORIGIN,
          "Chains with a version; a lookup tries three times to meet no change.",
          PROMISES,
          config -> new Table(config, TRIES));
    }
  }

  /** Goes on. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "GivesUpCured",
          ORIGIN,
          "Chains with a version; a lookup tries until it meets no change.",
          PROMISES,
          config -> new Table(config, Long.MAX_VALUE));
    }
  }

  private static final class Table extends ChainTable {
    private final long tries;
    private final AtomicInteger version = new AtomicInteger();

    Table(TableConfig config, long tries) {
      super(config);
      this.tries = tries;
    }

    @Override
    protected @Nullable KTimer lookup(Process owner, int id) {
      for (long i = 0; i < tries; i++) {
        int seen = version.get();
        KTimer timer = super.lookup(owner, id);
        if (version.get() == seen) {
          return timer;
        }
      }
      return null;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      version.getAndIncrement();
      boolean added = super.addAt(owner, timer, id);
      version.getAndIncrement();
      return added;
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      super.publish(owner, timer);
      version.getAndIncrement();
    }

    @Override
    public void invalidate(Process owner, KTimer timer) {
      super.invalidate(owner, timer);
      version.getAndIncrement();
    }

    @Override
    protected void unhash(Process owner, KTimer timer) {
      version.getAndIncrement();
      super.unhash(owner, timer);
      version.getAndIncrement();
    }
  }
}
