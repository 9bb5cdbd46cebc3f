package org.ptstress.stress.engine.record;

/** Counts of accesses to a field. */
public final class Tally {
  private long loads;
  private long stores;
  private long rmws;
  private long allocations;

  /** Creates an empty tally. */
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
   * @param other the other tally
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
   * The allocated objects, if the tally is of a class.
   *
   * @return how many
   */
  public long allocations() {
    return allocations;
  }
}
