package org.ptstress.run.cost;

/**
 * The cost of operations.
 *
 * @param loads loads
 * @param stores stores
 * @param rmws atomic read-modify-writes
 * @param fences fences
 * @param objects distinct objects and arrays that an operation accesses
 * @param lines distinct cache lines of 64 bytes, as if each object began on a line of its own;
 *     depends on the JVM's object layout
 * @param allocations allocations of objects and arrays
 * @param bytes allocated bytes; depends on the JVM's object layout
 */
public record Cost(
    long loads,
    long stores,
    long rmws,
    long fences,
    long objects,
    long lines,
    long allocations,
    long bytes) {
  /** The cost of no operation. */
  public static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * Adds a cost.
   *
   * @param other its cost
   * @return the sum
   */
  public Cost plus(Cost other) {
    return new Cost(
        loads + other.loads,
        stores + other.stores,
        rmws + other.rmws,
        fences + other.fences,
        objects + other.objects,
        lines + other.lines,
        allocations + other.allocations,
        bytes + other.bytes);
  }

  /**
   * The accesses that invalidate a location in the caches of other CPUs.
   *
   * @return stores and atomic read-modify-writes
   */
  public long writes() {
    return stores + rmws;
  }
}
