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

class GlobalIdrTest {
  private final Machine machine = new Machine(Designs.named("GlobalIdr"), TableConfig.narrow(31));
  private final Process process = machine.newProcess();
  private final Process other = machine.newProcess();

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

  /** The quirk of 3.6: the idr cuts the id to 31 bits and nobody compares it. */
  @Test
  void anIdWithTheSignBitActsOnTheTimerWithout() {
    for (int i = 0; i < 4; i++) {
      machine.create(process, 100 + i);
    }
    assertThat(machine.read(process, 0x80000003).sigevValue()).isEqualTo(103);
    assertThat(machine.delete(process, 0x80000003)).isZero();
    assertThat(machine.gettime(process, 3)).isEqualTo(-Errno.EINVAL);
  }

  @Test
  void halfBuiltTimersKeepTheirIds() {
    assertThat(HalfBuiltTimers.insert("GlobalIdr", 3)).containsExactly(0, 1, -Errno.EAGAIN);
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
