package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelHashPropertiesTest {
  private static final int SAMPLES = 2_000;

  /** The constants as the kernel's comment spells them. */
  @Test
  void multipliersAreSumsOfPowersOfTwo() {
    assertThat(KernelHash.GOLDEN_RATIO_PRIME_32)
        .isEqualTo(
            (int)
                ((1L << 31) + (1L << 29) - (1L << 25) + (1L << 22) - (1L << 19) - (1L << 16) + 1));
    assertThat(KernelHash.GOLDEN_RATIO_PRIME_64)
        .isEqualTo((1L << 63) + (1L << 61) - (1L << 57) + (1L << 54) - (1L << 51) - (1L << 18) + 1);
  }

  @Test
  void hash64ByShiftsIsTheMultiplication() {
    SplittableRandom random = new SplittableRandom(64);
    for (int i = 0; i < SAMPLES; i++) {
      long value = random.nextLong();
      assertThat(value * KernelHash.GOLDEN_RATIO_PRIME_64)
          .as("hash_64 of 0x%x", value)
          .isEqualTo(hash64ByShifts(value));
      assertThat(KernelHash.hashPtr2012(value, 9))
          .isEqualTo((int) (hash64ByShifts(value) >>> (64 - 9)));
    }
  }

  /** How the kernel of 2012 computed the product: "we use six shifts". */
  private static long hash64ByShifts(long value) {
    long hash = value;
    long n = value;
    n <<= 18;
    hash -= n;
    n <<= 33;
    hash -= n;
    n <<= 3;
    hash += n;
    n <<= 3;
    hash -= n;
    n <<= 4;
    hash += n;
    n <<= 2;
    hash += n;
    return hash;
  }

  /** Defect 8 of the RFC. */
  @Test
  void hashPtrOf2012IgnoresAddressBits13To35() {
    SplittableRandom random = new SplittableRandom(13);
    for (int bit = 13; bit <= 35; bit++) {
      for (int i = 0; i < 400; i++) {
        long address = 0xffff880000000000L | (random.nextLong(1L << 36) & ~0xfL);
        assertThat(KernelHash.hashPtr2012(address ^ (1L << bit), 9))
            .as("bit %d of 0x%x", bit, address)
            .isEqualTo(KernelHash.hashPtr2012(address, 9));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 12, 37, 45})
  void hashPtrOf2012SeesBitsOutsideThatRange(int bit) {
    SplittableRandom random = new SplittableRandom(bit);
    boolean changed = false;
    for (int i = 0; i < 400; i++) {
      long address = 0xffff880000000000L | (random.nextLong(1L << 36) & ~0xfL);
      changed |=
          KernelHash.hashPtr2012(address ^ (1L << bit), 9) != KernelHash.hashPtr2012(address, 9);
    }
    assertThat(changed).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 20, 31})
  void resultsStayBelowTheNumberOfBuckets(int bits) {
    SplittableRandom random = new SplittableRandom(bits);
    for (int i = 0; i < SAMPLES; i++) {
      long address = random.nextLong();
      int id = random.nextInt();
      assertThat(KernelHash.hashPtr2012(address, bits)).isBetween(0, (int) ((1L << bits) - 1));
      assertThat(KernelHash.hash32Of2012(id, bits)).isBetween(0, (int) ((1L << bits) - 1));
      assertThat(KernelHash.hash32(id, bits)).isBetween(0, (int) ((1L << bits) - 1));
    }
  }
}
