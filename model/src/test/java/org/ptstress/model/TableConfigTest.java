package org.ptstress.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.ReclamationKind;

class TableConfigTest {
  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 32, 33})
  void idBitsOutsideTheRangeAreRejected(int idBits) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config(idBits, 2, 1))
        .withMessageContaining("not " + idBits + ".");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31})
  void idBitsAtTheBoundsAreAccepted(int idBits) {
    assertThatNoException().isThrownBy(() -> config(idBits, 2, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -2, 0, 1, 3, 500, (1 << 20) + 1, 1 << 21, 1 << 30})
  void bucketsThatAreNoPowerOfTwoInTheRangeAreRejected(int buckets) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config(4, buckets, 1))
        .withMessageContaining("not " + buckets + ".");
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "512, 9", "1048576, 20"})
  void bucketBitsAreTheLogarithm(int buckets, int bits) {
    assertThat(config(4, buckets, 1).bucketBits()).isEqualTo(bits);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0})
  void aMachineWithoutCpusIsRejected(int cpus) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config(4, 2, cpus))
        .withMessageContaining("not " + cpus + ".");
  }

  @Test
  void aMachineWithOneCpuIsAccepted() {
    assertThat(config(4, 2, 1).cpus()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 2", "2, 3, 4", "4, 15, 16", "30, 1073741823, 1073741824"})
  void idsGoUpToTheWidth(int idBits, int maxId, long idCount) {
    assertThat(config(idBits, 2, 1).maxId()).isEqualTo(maxId);
    assertThat(config(idBits, 2, 1).idCount()).isEqualTo(idCount);
  }

  @Test
  void fullWidthIsTheKernels() {
    assertThat(config(31, 2, 1).maxId()).isEqualTo(Integer.MAX_VALUE);
    assertThat(config(31, 2, 1).idCount()).isEqualTo(1L << 31);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0",
    "1, 1, 1",
    "1, 2, -2",
    "1, 3, -1",
    "1, 4, 0",
    "1, -2, -2",
    "1, -3, 1",
    "2, 3, 3",
    "2, 4, -4",
    "2, 7, -1",
    "2, 8, 0",
    "2, -1, -1",
    "4, 15, 15",
    "4, 16, -16",
    "4, 21, -11",
    "4, 30, -2",
    "4, 31, -1",
    "4, 32, 0",
    "31, 2147483647, 2147483647",
    "31, -2147483648, -2147483648",
    "31, -2, -2",
    "31, -11, -11",
  })
  void aCounterWrapsAsASignedIntOfOneBitMore(int idBits, int value, int wrapped) {
    assertThat(config(idBits, 2, 1).signExtend(value)).isEqualTo(wrapped);
  }

  @Test
  void theKernelsDimensions() {
    TableConfig kernel = TableConfig.kernel(2);
    assertThat(kernel)
        .isEqualTo(new TableConfig(31, 512, 2, LockKind.TICKET, ReclamationKind.COLLECTOR));
  }

  @Test
  void stressDimensionsReuseFreedTimers() {
    assertThat(TableConfig.narrow(4))
        .isEqualTo(new TableConfig(4, 2, 1, LockKind.TICKET, ReclamationKind.GRACE_PERIOD));
  }

  @Test
  void copiesChangeOneDimension() {
    TableConfig narrow = TableConfig.narrow(4);
    assertThat(narrow.withLocks(LockKind.QUEUED))
        .isEqualTo(new TableConfig(4, 2, 1, LockKind.QUEUED, ReclamationKind.GRACE_PERIOD));
    assertThat(narrow.withReclamation(ReclamationKind.IMMEDIATE))
        .isEqualTo(new TableConfig(4, 2, 1, LockKind.TICKET, ReclamationKind.IMMEDIATE));
  }

  private static TableConfig config(int idBits, int buckets, int cpus) {
    return new TableConfig(idBits, buckets, cpus, LockKind.TICKET, ReclamationKind.GRACE_PERIOD);
  }
}
