package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test vectors that were computed with the kernel's own headers. */
class KernelHashVectorsTest {
  private static final int BITS = 9;

  @ParameterizedTest
  @CsvSource({
    "ffff880012345680, 0, 407, 0, 407, 374, 508, 086cda9d",
    "ffff880012345680, 1, 407, 316, 171, 179, 191, 7a988d36",
    "ffff8800abcdef40, 5, 363, 46, 325, 52, 285, e4a82ad3",
    "ffff88003f8a0440, 2147483647, 155, 451, 344, 255, 200, 16b6082d",
    "ffff88007f8a2440, 4294967294, 155, 391, 284, 386, 99, 408a8910",
  })
  void matchesTheKernel(
      String pointer,
      long nr,
      int hashPtr2012,
      int hash32Of2012,
      int rfc,
      int linux310,
      int linux47,
      String jhash2) {
    long address = Long.parseUnsignedLong(pointer, 16);
    int id = (int) nr;
    int folded = KernelHash.hash32Ptr(address) ^ id;

    assertThat(KernelHash.hashPtr2012(address, BITS)).isEqualTo(hashPtr2012);
    assertThat(KernelHash.hash32Of2012(id, BITS)).isEqualTo(hash32Of2012);
    assertThat(KernelHash.hashPtr2012(address, BITS) ^ KernelHash.hash32Of2012(id, BITS))
        .isEqualTo(rfc);
    assertThat(KernelHash.hash32Of2012(folded, BITS)).isEqualTo(linux310);
    assertThat(KernelHash.hash32(folded, BITS)).isEqualTo(linux47);
    assertThat(KernelHash.jhash2(address, id)).isEqualTo(Integer.parseUnsignedInt(jhash2, 16));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 316",
    "2, 120",
    "3, 437",
    "4, 241",
    "5, 46",
    "6, 362",
    "7, 167",
    "-1, 195",
    "-2, 391",
    "-11, 103",
    "-2147483648, 256",
  })
  void hashesIdsOf2012(int id, int bucket) {
    assertThat(KernelHash.hash32Of2012(id, BITS)).isEqualTo(bucket);
  }
}
