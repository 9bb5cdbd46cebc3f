package org.ptstress.shape;

import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.Claim;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;

/** The catalogue entry of a table whose processes have a pool of ids each. */
public abstract class Pooled extends CatalogueEntry {
  private Pooled(
      String name, String summary, IdPolicy policy, PooledTable.Pools pools, boolean freesEarly) {
    super(
        name,
        "a test",
        summary,
        policy,
        kept(),
        (config, rcu) -> new PooledTable(config, pools, freesEarly));
  }

  private static Promises kept() {
    return Shape.basics()
        .doesNotApply(Claim.WRAPS_TO_ZERO, "No counter wraps.")
        .broken(Claim.SEQUENTIAL_IDS, "A freed id may come back at once.")
        .holds(Claim.EAGAIN_ONLY_WHEN_FULL);
  }

  /** The id that was freed last comes back first. */
  public static final class LastFreed extends Pooled {
    /** For the service loader. */
    public LastFreed() {
      super(
          "LastFreed",
          "A stack of free ids.",
          IdPolicy.ANY_FREE,
          (maxId, address) -> new FreeList(maxId, true),
          false);
    }
  }

  /** The id that was freed first comes back first. */
  public static final class FirstFreed extends Pooled {
    /** For the service loader. */
    public FirstFreed() {
      super(
          "FirstFreed",
          "A queue of free ids.",
          IdPolicy.ANY_FREE,
          (maxId, address) -> new FreeList(maxId, false),
          false);
    }
  }

  /** Ids are drawn. */
  public static final class Drawn extends Pooled {
    /** For the service loader. */
    public Drawn() {
      super("Drawn", "Random ids.", IdPolicy.ANY_FREE, RandomIds::new, false);
    }
  }

  /** The lowest free id, by a bitmap of each process. */
  public static final class LowestFree extends Pooled {
    /** For the service loader. */
    public LowestFree() {
      super(
          "LowestFree",
          "A bitmap of ids.",
          IdPolicy.LOWEST_FREE,
          (maxId, address) -> new Bitmap(maxId),
          false);
    }
  }

  /** A wrong one: another create may get an id that its last timer is still hashed at. */
  public static final class FreedEarly extends Pooled {
    /** For the service loader. */
    public FreedEarly() {
      super(
          "FreedEarly",
          "A stack of free ids, given back too early.",
          IdPolicy.ANY_FREE,
          (maxId, address) -> new FreeList(maxId, true),
          true);
    }
  }
}
