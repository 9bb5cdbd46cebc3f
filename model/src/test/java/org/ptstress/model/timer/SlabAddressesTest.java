package org.ptstress.model.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlabAddressesTest {
  private static final int COUNT = 5_000;

  @Test
  void addressesAreEvenAndDistinct() {
    List<Long> addresses = addresses(1);
    assertThat(new HashSet<>(addresses)).hasSize(COUNT);
    assertThat(addresses).allMatch(address -> address % 64 == 0);
  }

  @Test
  void thirtyObjectsOf1088BytesShareASlabOf32KiB() {
    List<Long> addresses = addresses(2);
    for (int i = 0; i < COUNT; i++) {
      assertThat(addresses.get(i) & 0x7fff).isEqualTo(i % 30 * 1_088L);
    }
    Set<Long> slabs = new HashSet<>();
    addresses.forEach(address -> slabs.add(address >>> 15));
    assertThat(slabs).hasSize((COUNT + 29) / 30);
  }

  @Test
  void addressesLieInADirectMapOf64GiB() {
    long start = 0xffff888000000000L;
    assertThat(addresses(3)).allMatch(address -> address >= start && address < start + (64L << 30));
  }

  @Test
  void equalSeedsGiveEqualSequences() {
    assertThat(addresses(4)).isEqualTo(addresses(4)).isNotEqualTo(addresses(5));
  }

  private static List<Long> addresses(long seed) {
    return Stream.generate(new SlabAddresses(seed)::next).limit(COUNT).toList();
  }
}
