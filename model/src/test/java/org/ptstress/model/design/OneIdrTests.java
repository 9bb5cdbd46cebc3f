package org.ptstress.model.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** What both designs with one idr for the whole machine do. */
abstract class OneIdrTests {
  private final String design;
  final Machine machine;
  final Process process;
  final Process other;

  OneIdrTests(String design) {
    this.design = design;
    machine = new Machine(Designs.named(design), TableConfig.narrow(31));
    process = machine.newProcess();
    other = machine.newProcess();
  }

  @Test
  void processesShareTheIds() {
    assertThat(machine.create(process)).isZero();
    assertThat(machine.create(other)).isEqualTo(1);
    assertThat(machine.create(process)).isEqualTo(2);
  }

  @Test
  void aFreedIdGoesToAnyProcessAtOnce() {
    machine.create(process);
    machine.create(process);
    assertThat(machine.delete(process, 0)).isZero();
    assertThat(machine.create(other)).isZero();
    assertThat(machine.gettime(process, 0)).isEqualTo(-Errno.EINVAL);
  }

  @Test
  void halfBuiltTimersKeepTheirIds() {
    assertThat(HalfBuiltTimers.insert(design, 3)).containsExactly(0, 1, -Errno.EAGAIN);
  }

  @Test
  void removingTwiceIsReported() {
    KTimer timer = machine.timer(process, machine.create(process));
    machine.table().remove(process, timer);
    machine.table().remove(process, timer);
    assertThat(machine.syscalls().firstCorruption()).isEqualTo(Corruption.DOUBLE_REMOVE);
  }

  @Test
  void thereAreNoBuckets() {
    assertThat(machine.table().chainLengths()).isEmpty();
  }
}
