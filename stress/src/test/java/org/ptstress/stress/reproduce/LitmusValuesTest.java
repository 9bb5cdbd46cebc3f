package org.ptstress.stress.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which ints stand for the values of a location. */
class LitmusValuesTest {
  private static final String PLACE = "table.next";

  @Test
  void anIntKeepsItsValueHoweverItIsWritten() {
    LitmusValues values = values("2147483647", "-2147483648", "0x7f", "0", "null");
    assertThat(values.of(PLACE, "2147483647")).isEqualTo(Integer.MAX_VALUE);
    assertThat(values.of(PLACE, "-2147483648")).isEqualTo(Integer.MIN_VALUE);
    assertThat(values.of(PLACE, "0x7f")).isEqualTo(127);
    assertThat(values.of(PLACE, "null")).isZero();
  }

  @Test
  void whatIsNoIntTakesANumberThatNoIntHas() {
    LitmusValues values = values("KTimer#1", "0xffff888012345680", "2147483648", "1", "0x2");
    List<Integer> all =
        Arrays.asList(
            values.of(PLACE, "KTimer#1"),
            values.of(PLACE, "0xffff888012345680"),
            values.of(PLACE, "2147483648"),
            values.of(PLACE, "1"),
            values.of(PLACE, "0x2"));
    assertThat(all).doesNotHaveDuplicates().endsWith(1, 2);
  }

  private static LitmusValues values(String... stored) {
    return new LitmusValues(
        Arrays.stream(stored)
            .map(value -> new WitnessStep(0, "writes", PLACE, "", value, "plain", ""))
            .toList());
  }
}
