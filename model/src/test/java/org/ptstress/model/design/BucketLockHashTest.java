package org.ptstress.model.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

class BucketLockHashTest {
  private final Machine machine =
      new Machine(Designs.named("BucketLockHash"), TableConfig.narrow(31));
  private final Process process = machine.newProcess();

  @ParameterizedTest
  @CsvSource({"1, 512", "2, 1024", "3, 2048", "4, 2048", "5, 4096", "63, 32768"})
  void theTableHas512ChainsACpuRoundedUp(int cpus, int buckets) {
    assertThat(
            Designs.named("BucketLockHash")
                .newTable(TableConfig.kernel(cpus), ReclamationKind.COLLECTOR.newRcu())
                .chainLengths())
        .hasSize(buckets);
  }

  @Test
  void theCounterWrapsAtItsFullWidth() {
    process.setNextTimerId(Integer.MAX_VALUE);
    assertThat(machine.create(process)).isEqualTo(Integer.MAX_VALUE);
    process.setNextTimerId(-1);
    assertThat(machine.create(process)).as("-1 & INT_MAX is taken").isZero();
  }

  @Test
  void halfBuiltTimersKeepTheirIds() {
    assertThat(HalfBuiltTimers.insert("BucketLockHash", 4))
        .containsExactly(0, 1, -Errno.EAGAIN, -Errno.EAGAIN);
  }

  @Test
  void anIdIsTakenUntilItIsUnhashed() {
    KTimer timer = machine.timer(process, machine.create(process));
    timer.lock().lock();
    machine.table().invalidate(process, timer);
    timer.lock().unlock();
    Process donor = machine.newProcess();
    KTimer spare = machine.timer(donor, machine.create(donor));
    machine.table().remove(donor, spare);

    assertThat(machine.table().insertAt(process, spare, 0)).isEqualTo(-Errno.EBUSY);
    machine.table().remove(process, timer);
    assertThat(machine.table().insertAt(process, spare, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "500, 501", "2147483647, -2147483648"})
  void anExactIdSetsTheCounterBehindIt(int id, int counter) {
    process.setRestoringIds(true);
    assertThat(machine.createAt(process, id)).isEqualTo(id);
    assertThat(process.nextTimerId()).isEqualTo(counter);
  }

  @Test
  void aBusyIdLeavesTheCounter() {
    process.setRestoringIds(true);
    machine.createAt(process, 1_000);
    machine.createAt(process, 500);
    assertThat(machine.createAt(process, 1_000)).isEqualTo(-Errno.EBUSY);
    assertThat(process.nextTimerId()).isEqualTo(501);
  }

  @ParameterizedTest
  @CsvSource({"16, -22", "-1, -22", "15, 15"})
  void anExactIdLiesInTheRangeOfTheWidth(int id, int result) {
    Machine narrow = new Machine(Designs.named("BucketLockHash"), TableConfig.narrow(4));
    Process owner = narrow.newProcess();
    owner.setRestoringIds(true);
    assertThat(narrow.createAt(owner, id)).isEqualTo(result);
  }

  @Test
  void removingTwiceIsReported() {
    KTimer timer = machine.timer(process, machine.create(process));
    machine.table().remove(process, timer);
    machine.table().remove(process, timer);
    assertThat(machine.syscalls().firstCorruption()).isEqualTo(Corruption.DOUBLE_REMOVE);
  }
}
