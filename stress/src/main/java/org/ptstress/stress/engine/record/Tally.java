package org.ptstress.stress.engine.record;

/** How often what was done with a field. */
public final class Tally {
  private long loads;
  private long stores;
  private long rmws;
  private long allocations;

  /** Makes a tally of nothing. */
  public Tally() {}

  void add(Kind kind) {
    switch (kind) {
      case LOAD -> loads++;
      case STORE -> stores++;
      case RMW -> rmws++;
      case ALLOCATION -> allocations++;
      case FENCE -> throw new IllegalArgumentException("A fence is of no field.");
    }
  }

  /**
   * Adds another tally.
   *
   * @param other what else was done
   */
  public void add(Tally other) {
    loads += other.loads;
    stores += other.stores;
    rmws += other.rmws;
    allocations += other.allocations;
  }

  /**
   * The loads.
   *
   * @return how many
   */
  public long loads() {
    return loads;
  }

  /**
   * The stores.
   *
   * @return how many
   */
  public long stores() {
    return stores;
  }

  /**
   * The read-modify-writes.
   *
   * @return how many
   */
  public long rmws() {
    return rmws;
  }

  /**
   * The objects that were made, where the field stands for a class.
   *
   * @return how many
   */
  public long allocations() {
    return allocations;
  }
}
