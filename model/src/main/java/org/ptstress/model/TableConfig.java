package org.ptstress.model;

import org.ptstress.model.kernel.LockFactory;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.ReclamationKind;

/**
 * The dimensions of a table. Narrow ids make rare races frequent: with 4 bits a wraparound is
 * microseconds away.
 *
 * @param idBits the width of an id, 1 to 31: valid ids are 0 to 2^idBits - 1, and a signed counter
 *     has one bit more
 * @param buckets the chains of a hash table, for a design that sizes its table by CPUs the chains
 *     for each; a power of two from 2 to 2^20
 * @param cpus how many possible CPUs the machine has, from 1 to 8,192
 * @param locks makes every spinlock: the kernel's kinds are in {@link LockKind}
 * @param reclamation how unlinked timers are reclaimed
 */
public record TableConfig(
    int idBits, int buckets, int cpus, LockFactory locks, ReclamationKind reclamation) {
  /** Checks the ranges. */
  public TableConfig {
    if (idBits < 1 || idBits > 31) {
      throw new IllegalArgumentException("An id has 1 to 31 bits, not " + idBits + ".");
    }
    if (buckets < 2 || buckets > 1 << 20 || Integer.bitCount(buckets) != 1) {
      throw new IllegalArgumentException(
          "The number of buckets is a power of two from 2 to 1048576, not " + buckets + ".");
    }
    if (cpus < 1 || cpus > 8_192) {
      throw new IllegalArgumentException("A machine has 1 to 8192 CPUs, not " + cpus + ".");
    }
  }

  /**
   * The kernel's dimensions, for benchmarks: 31-bit ids, 512 buckets, ticket locks, and read
   * sections that cost nothing.
   *
   * @param cpus how many CPUs the machine has
   * @return the configuration
   */
  public static TableConfig kernel(int cpus) {
    return new TableConfig(31, 512, cpus, LockKind.TICKET, ReclamationKind.COLLECTOR);
  }

  /**
   * Small dimensions, for stress runs: few buckets, and freed timers that are handed out again.
   *
   * @param idBits the width of an id in bits
   * @return the configuration
   */
  public static TableConfig narrow(int idBits) {
    return new TableConfig(idBits, 2, 1, LockKind.TICKET, ReclamationKind.GRACE_PERIOD);
  }

  /**
   * A copy with another lock.
   *
   * @param other makes every spinlock
   * @return the changed copy
   */
  public TableConfig withLocks(LockFactory other) {
    return new TableConfig(idBits, buckets, cpus, other, reclamation);
  }

  /**
   * A copy with another way to reclaim.
   *
   * @param kind how unlinked timers are reclaimed
   * @return the changed copy
   */
  public TableConfig withReclamation(ReclamationKind kind) {
    return new TableConfig(idBits, buckets, cpus, locks, kind);
  }

  /**
   * The largest valid id: INT_MAX at this width.
   *
   * @return 2^idBits - 1
   */
  public int maxId() {
    return (int) ((1L << idBits) - 1);
  }

  /**
   * The number of ids.
   *
   * @return 2^idBits
   */
  public long idCount() {
    return 1L << idBits;
  }

  /**
   * Wraps a signed counter at this width, as a kernel int wraps at 32 bits.
   *
   * @param value any int
   * @return the value cut to idBits + 1 bits and sign-extended
   */
  public int signExtend(int value) {
    int shift = 31 - idBits;
    return (value << shift) >> shift;
  }

  /**
   * The width of a bucket number.
   *
   * @return the binary logarithm of {@link #buckets}
   */
  public int bucketBits() {
    return Integer.numberOfTrailingZeros(buckets);
  }
}
