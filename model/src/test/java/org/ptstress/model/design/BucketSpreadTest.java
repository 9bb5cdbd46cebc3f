package org.ptstress.model.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.Process;

/**
 * How timers spread over 512 buckets: the table of the reference, section 6.3, measured on the
 * tables themselves. Addresses are random there and here, so that only what does not depend on them
 * is compared exactly.
 */
class BucketSpreadTest {
  private static final int BUCKETS = 512;

  /** Thirty places in a slab are all that the RFC's hash sees of a pointer. */
  @ParameterizedTest
  @CsvSource({"1000, 34, 33.3", "5000, 167, 166.7"})
  void theRfcPutsManyProcessesIntoThirtyBuckets(int processes, int max, double seen) {
    int[] lengths = spread("RfcHash", processes, 1, 1);
    assertThat(used(lengths)).isEqualTo(30);
    assertThat(max(lengths)).isEqualTo(max);
    assertThat(meanSeen(lengths)).isCloseTo(seen, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({
    "RcuHash, 1000, 1, 1, 455, 7, 2.8",
    "BucketLockHash, 1000, 1, 1, 430, 8, 3.0",
    "RcuHash, 5000, 1, 1, 512, 21, 10.8",
    "BucketLockHash, 5000, 1, 1, 512, 21, 10.8",
    "RfcHash, 1000, 8, 1, 228, 68, 36.7",
    "RcuHash, 1000, 8, 1, 512, 25, 16.4",
    "BucketLockHash, 1000, 8, 1, 512, 30, 16.6",
    "RfcHash, 64, 300, 1, 512, 73, 41.0",
    "RcuHash, 64, 300, 1, 512, 46, 37.9",
    "BucketLockHash, 64, 300, 1, 512, 58, 38.6",
    "RfcHash, 1, 20000, 1, 512, 44, 39.3",
    "RcuHash, 1, 20000, 1, 512, 44, 39.2",
    "BucketLockHash, 1, 20000, 1, 512, 63, 40.0",
    "RfcHash, 1, 2048, 512, 128, 16, 16.0",
    "RcuHash, 1, 2048, 512, 128, 16, 16.0",
    "BucketLockHash, 1, 2048, 512, 509, 10, 4.9",
  })
  void spreadsLikeTheReference(
      String design, int processes, int timers, int stride, int used, int max, double seen) {
    int[] lengths = spread(design, processes, timers, stride);
    assertThat(used(lengths)).isCloseTo(used, Percentage.withPercentage(5));
    assertThat(max(lengths)).isCloseTo(max, Offset.offset(2 + max / 5));
    assertThat(meanSeen(lengths)).isCloseTo(seen, Percentage.withPercentage(8));
  }

  private static int[] spread(String design, int processes, int timers, int stride) {
    Machine machine = new Machine(Designs.named(design), TableConfig.kernel(1));
    for (int i = 0; i < processes; i++) {
      Process process = machine.newProcess();
      for (int timer = 0; timer < timers; timer++) {
        process.setNextTimerId(timer * stride);
        assertThat(machine.create(process)).isEqualTo(timer * stride);
      }
    }
    int[] lengths = machine.table().chainLengths();
    assertThat(lengths).hasSize(BUCKETS);
    assertThat(Arrays.stream(lengths).sum()).isEqualTo(processes * timers);
    return lengths;
  }

  private static int used(int[] lengths) {
    return (int) Arrays.stream(lengths).filter(length -> length > 0).count();
  }

  private static int max(int[] lengths) {
    return Arrays.stream(lengths).max().orElseThrow();
  }

  /** The chain length that a random timer meets. */
  private static double meanSeen(int[] lengths) {
    return (double) Arrays.stream(lengths).map(length -> length * length).sum()
        / Arrays.stream(lengths).sum();
  }
}
