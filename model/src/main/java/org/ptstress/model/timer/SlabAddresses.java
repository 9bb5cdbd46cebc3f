package org.ptstress.model.timer;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Addresses as the kernel's slab allocator hands them out for signal_struct: a direct map of 64
 * GiB, slabs of 32 KiB with 30 objects of 1,088 bytes. The layout is an assumption of the
 * reference, and matters because hashes see it.
 */
public final class SlabAddresses {
  private static final long DIRECT_MAP = 0xffff888000000000L;
  private static final long MEMORY_BYTES = 64L << 30;
  private static final int SLAB_BYTES = 32 << 10;
  private static final int OBJECT_BYTES = 1_088;
  private static final int OBJECTS_PER_SLAB = 30;

  private final SplittableRandom random;
  private final Set<Long> slabs = new HashSet<>();
  private long slab;
  private int object = OBJECTS_PER_SLAB;

  /**
   * Starts a sequence of addresses.
   *
   * @param seed equal seeds give equal sequences
   */
  public SlabAddresses(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * The address of the next object: slab after slab at random places, each filled from its start.
   *
   * @return an even address that was not returned before
   */
  public long next() {
    if (object == OBJECTS_PER_SLAB) {
      do {
        slab = DIRECT_MAP + random.nextLong(MEMORY_BYTES / SLAB_BYTES) * SLAB_BYTES;
      } while (!slabs.add(slab));
      object = 0;
    }
    return slab + (long) object++ * OBJECT_BYTES;
  }
}
