package org.ptstress.model.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.Process;

/** The changelog at the kernel's own width. */
class RfcAsDescribedTest {
  private final Machine machine =
      new Machine(
          Designs.named("RfcAsDescribed"),
          TableConfig.kernel(1).withReclamation(ReclamationKind.GRACE_PERIOD));

  private final Process process = machine.newProcess();

  @Test
  void behindTheLargestIdOneCreateIsRefusedAndTheNextGetsZero() {
    process.setNextTimerId(Integer.MAX_VALUE);
    assertThat(machine.create(process)).isEqualTo(Integer.MAX_VALUE);
    assertThat(machine.create(process)).isEqualTo(-Errno.EAGAIN);
    assertThat(process.nextTimerId()).isZero();
    assertThat(machine.create(process)).isZero();
    assertThat(machine.gettime(process, Integer.MAX_VALUE)).isZero();
    assertThat(machine.hashed()).hasSize(2);
    assertThat(process.signalsCharged()).isEqualTo(2);
  }

  @Test
  void aSearchThatMeetsTheEndIsRefusedToo() {
    assertThat(machine.create(process)).isZero();
    process.setNextTimerId(Integer.MAX_VALUE);
    assertThat(machine.create(process)).isEqualTo(Integer.MAX_VALUE);
    process.setNextTimerId(Integer.MAX_VALUE);
    assertThat(machine.create(process)).isEqualTo(-Errno.EAGAIN);
    assertThat(machine.create(process)).as("0 is taken").isEqualTo(1);
  }

  /** What hangs a lookup of the patch. */
  @Test
  void nothingIsLeftHashed() {
    process.setNextTimerId(Integer.MAX_VALUE);
    for (int i = 0; i < 1_000; i++) {
      machine.create(process);
    }
    assertThat(machine.gettime(process, 2_000)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.syscalls().endless()).isZero();
    assertThat(machine.syscalls().firstCorruption()).isNull();
  }
}
