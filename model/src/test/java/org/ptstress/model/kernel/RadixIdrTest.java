package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixIdrTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 12})
  void idsRunOutAtTheWidth(int bits) {
    RadixIdr<Integer> idr = new RadixIdr<>(bits);
    for (int id = 0; id < 1 << bits; id++) {
      assertThat(idr.allocate(id)).isEqualTo(id);
    }
    assertThat(idr.allocate(-1)).isEqualTo(-Errno.ENOSPC);
    assertThat(idr.allocate(-1)).isEqualTo(-Errno.ENOSPC);
    for (int id = 0; id < 1 << bits; id++) {
      assertThat(idr.find(id)).isEqualTo(id);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 12})
  void everyIdOfAFullIdrComesBackAlone(int bits) {
    RadixIdr<Integer> idr = filled(bits, 1 << bits);
    for (int id = (1 << bits) - 1; id >= 0; id--) {
      assertThat(idr.remove(id)).isTrue();
      assertThat(idr.find(id)).isNull();
      assertThat(idr.allocate(id)).isEqualTo(id);
      assertThat(idr.find(id)).isEqualTo(id);
      assertThat(idr.allocate(-1)).isEqualTo(-Errno.ENOSPC);
    }
  }

  @Test
  void theLowestFreeIdIsTaken() {
    RadixIdr<Integer> idr = filled(31, 200);
    for (int id : new int[] {150, 3, 70, 64, 63}) {
      assertThat(idr.remove(id)).isTrue();
    }
    for (int id : new int[] {3, 63, 64, 70, 150, 200}) {
      assertThat(idr.allocate(id)).isEqualTo(id);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 13})
  void growsAndShrinksByLayers(int bits) {
    // One past the capacity of two layers, so that there are three.
    int count = 64 * 64 + 1;
    RadixIdr<Integer> idr = filled(bits, count);
    assertThat(idr.find(count - 1)).isEqualTo(count - 1);
    for (int id = count - 1; id > 0; id--) {
      assertThat(idr.remove(id)).isTrue();
      assertThat(idr.find(id)).isNull();
      assertThat(idr.find(0)).isEqualTo(0);
    }
    assertThat(idr.allocate(1)).isEqualTo(1);
    assertThat(idr.find(1)).isEqualTo(1);
  }

  @Test
  void emptiedFromBelowItStartsAgainAtZero() {
    RadixIdr<Integer> idr = filled(31, 200);
    for (int id = 0; id < 200; id++) {
      assertThat(idr.remove(id)).isTrue();
    }
    assertThat(contents(idr)).isEmpty();
    assertThat(idr.allocate(7)).isZero();
    assertThat(contents(idr)).containsExactly(7);
  }

  @Test
  void anEmptyIdrFindsAndRemovesNothing() {
    RadixIdr<Integer> idr = new RadixIdr<>(31);
    assertThat(idr.find(0)).isNull();
    assertThat(idr.remove(0)).isFalse();
    assertThat(contents(idr)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 63, 64, 4_096, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
  void removingAFreeIdChangesNothing(int id) {
    RadixIdr<Integer> idr = filled(31, 2);
    assertThat(idr.remove(id)).isFalse();
    assertThat(contents(idr)).containsExactly(0, 1);
    assertThat(idr.allocate(2)).isEqualTo(2);
  }

  @Test
  void removingTwiceIsNoticed() {
    RadixIdr<Integer> idr = filled(31, 100);
    assertThat(idr.remove(80)).isTrue();
    assertThat(idr.remove(80)).isFalse();
    assertThat(idr.allocate(80)).isEqualTo(80);
    assertThat(idr.allocate(100)).isEqualTo(100);
  }

  /** The quirk of 3.6 that 3.10 closed. */
  @Test
  void anIdWithTheSignBitAliasesTheOneWithout() {
    RadixIdr<String> idr = new RadixIdr<>(31);
    for (String value : List.of("zero", "one", "two", "three")) {
      assertThat(idr.allocate(value)).isNotNegative();
    }
    assertThat(idr.find(0x80000003)).isEqualTo("three");
    assertThat(idr.find(Integer.MIN_VALUE)).isEqualTo("zero");
    assertThat(idr.find(0x80000004)).isNull();
    assertThat(idr.find(-1)).isNull();
  }

  @Test
  void aNarrowIdrCutsIdsToItsWidth() {
    RadixIdr<Integer> idr = filled(4, 4);
    assertThat(idr.find(16 + 3)).isEqualTo(3);
    assertThat(idr.find(16 + 4)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 4_095, 4_096, 262_143, 262_144, 1 << 30, Integer.MAX_VALUE})
  void aGivenIdIsTakenOnce(int id) {
    RadixIdr<String> idr = new RadixIdr<>(31);
    assertThat(idr.insertAt(id, "first")).isTrue();
    assertThat(idr.insertAt(id, "second")).isFalse();
    assertThat(idr.find(id)).isEqualTo("first");
    assertThat(idr.find(id ^ 1)).isNull();
    assertThat(idr.allocate("lowest")).isEqualTo(id == 0 ? 1 : 0);
    assertThat(idr.remove(id)).isTrue();
    assertThat(idr.insertAt(id, "third")).isTrue();
    assertThat(idr.find(id)).isEqualTo("third");
  }

  /** A tree of six layers around one timer goes when that timer goes. */
  @Test
  void aFarIdLeavesNothingBehind() {
    RadixIdr<Integer> idr = filled(31, 3);
    assertThat(idr.insertAt(Integer.MAX_VALUE, -1)).isTrue();
    assertThat(idr.find(2)).isEqualTo(2);
    assertThat(idr.remove(Integer.MAX_VALUE)).isTrue();
    assertThat(contents(idr)).containsExactly(0, 1, 2);
    assertThat(idr.allocate(3)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 7, 12})
  void givenIdsInAnyOrderFillItToTheWidth(int bits) {
    RadixIdr<Integer> idr = new RadixIdr<>(bits);
    // An odd factor runs through all ids of a power of two.
    for (int i = 0; i < 1 << bits; i++) {
      assertThat(idr.insertAt((i * 37) & ((1 << bits) - 1), i)).isTrue();
    }
    assertThat(idr.allocate(-1)).isEqualTo(-Errno.ENOSPC);
    assertThat(idr.insertAt(0, -1)).isFalse();
    assertThat(contents(idr)).hasSize(1 << bits);
  }

  @Test
  void fromAStartTheLowestFreeIdThereIsTaken() {
    RadixIdr<Integer> idr = filled(31, 200);
    for (int id : new int[] {3, 63, 64, 130}) {
      assertThat(idr.remove(id)).isTrue();
    }
    assertThat(idr.allocateFrom(-1, 4)).isEqualTo(63);
    assertThat(idr.allocateFrom(-1, 63)).isEqualTo(64);
    assertThat(idr.allocateFrom(-1, 131)).isEqualTo(200);
    assertThat(idr.allocateFrom(-1, 5_000)).isEqualTo(5_000);
    assertThat(idr.allocateFrom(-1, 5_000)).isEqualTo(5_001);
    assertThat(idr.allocateFrom(-1, 0)).isEqualTo(3);
  }

  /** The caller goes on at 0; the idr does not. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 7, 12, 31})
  void behindTheLargestIdThereIsNone(int bits) {
    RadixIdr<Integer> idr = new RadixIdr<>(bits);
    int max = (int) ((1L << bits) - 1);
    assertThat(idr.allocateFrom(1, max)).isEqualTo(max);
    assertThat(idr.allocateFrom(2, max)).isEqualTo(-Errno.ENOSPC);
    assertThat(contents(idr)).containsExactly(1);
    assertThat(idr.allocateFrom(3, 0)).isZero();
  }

  @Test
  void aFullLayerIsSteppedOver() {
    RadixIdr<Integer> idr = filled(13, 64 * 64);
    assertThat(idr.remove(70)).isTrue();
    assertThat(idr.allocateFrom(-1, 71)).isEqualTo(64 * 64);
    assertThat(idr.allocateFrom(-1, 64)).isEqualTo(70);
  }

  private static RadixIdr<Integer> filled(int bits, int count) {
    RadixIdr<Integer> idr = new RadixIdr<>(bits);
    for (int id = 0; id < count; id++) {
      assertThat(idr.allocate(id)).isEqualTo(id);
    }
    return idr;
  }

  private static List<Integer> contents(RadixIdr<Integer> idr) {
    List<Integer> contents = new ArrayList<>();
    idr.forEach(contents::add);
    return contents;
  }
}
