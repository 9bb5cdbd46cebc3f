package org.ptstress.model.kernel;

/**
 * The kernel's hash functions that spread timers over buckets, in the two eras of {@code
 * linux/hash.h} and in jhash. Pointers are passed as the 64-bit addresses that they would have. All
 * functions are pure; bits range from 1 to 31.
 */
public final class KernelHash {
  /** 2^31 + 2^29 - 2^25 + 2^22 - 2^19 - 2^16 + 1, the 32-bit multiplier until 4.6. */
  static final int GOLDEN_RATIO_PRIME_32 = 0x9e370001;

  /** 2^63 + 2^61 - 2^57 + 2^54 - 2^51 - 2^18 + 1, the 64-bit multiplier until 4.5. */
  static final long GOLDEN_RATIO_PRIME_64 = 0x9e37fffffffc0001L;

  /** The 32-bit multiplier since 4.7. */
  static final int GOLDEN_RATIO_32 = 0x61C88647;

  private static final int JHASH_INITIAL = 0xdeadbeef;

  private KernelHash() {}

  /**
   * {@code hash_ptr} of 2012: {@code hash_64} with a sparse multiplier, so that the top bits of the
   * product depend on few bits of the address. Nine bits of result ignore address bits 13 to 35.
   *
   * @param address the pointer
   * @param bits the width of the result
   * @return a bucket number below 2^bits
   */
  public static int hashPtr2012(long address, int bits) {
    return (int) ((address * GOLDEN_RATIO_PRIME_64) >>> (Long.SIZE - bits));
  }

  /**
   * {@code hash_32} of 2012.
   *
   * @param value the value to hash
   * @param bits the width of the result
   * @return a bucket number below 2^bits
   */
  public static int hash32Of2012(int value, int bits) {
    return (value * GOLDEN_RATIO_PRIME_32) >>> (Integer.SIZE - bits);
  }

  /**
   * {@code hash_32} since 4.7.
   *
   * @param value the value to hash
   * @param bits the width of the result
   * @return a bucket number below 2^bits
   */
  public static int hash32(int value, int bits) {
    return (value * GOLDEN_RATIO_32) >>> (Integer.SIZE - bits);
  }

  /**
   * {@code hash32_ptr} (since 3.10): both halves of the pointer folded into one word.
   *
   * @param address the pointer
   * @return the exclusive or of its halves
   */
  public static int hash32Ptr(long address) {
    return (int) (address ^ (address >>> 32));
  }

  /**
   * {@code jhash2} over the two words of a pointer (Bob Jenkins' lookup3).
   *
   * @param address the pointer; its low word comes first, as on a little-endian machine
   * @param initval the seed
   * @return all 32 bits of the hash
   */
  public static int jhash2(long address, int initval) {
    int a = JHASH_INITIAL + (2 << 2) + initval;
    int b = a + (int) (address >>> 32);
    int c = a;
    a += (int) address;
    c = (c ^ b) - Integer.rotateLeft(b, 14);
    a = (a ^ c) - Integer.rotateLeft(c, 11);
    b = (b ^ a) - Integer.rotateLeft(a, 25);
    c = (c ^ b) - Integer.rotateLeft(b, 16);
    a = (a ^ c) - Integer.rotateLeft(c, 4);
    b = (b ^ a) - Integer.rotateLeft(a, 14);
    return (c ^ b) - Integer.rotateLeft(b, 24);
  }
}
