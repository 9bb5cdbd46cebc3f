package org.ptstress.model.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

class RcuHashTest {
  private final Machine machine = new Machine(Designs.named("RcuHash"), TableConfig.narrow(31));
  private final Process process = machine.newProcess();

  @Test
  void theCounterWrapsToZero() {
    process.setNextTimerId(Integer.MAX_VALUE - 1);
    assertThat(machine.create(process)).isEqualTo(Integer.MAX_VALUE - 1);
    assertThat(machine.create(process)).isEqualTo(Integer.MAX_VALUE);
    assertThat(process.nextTimerId()).isZero();
    assertThat(machine.create(process)).isZero();
  }

  /** The search ends where it began: the counter has moved once around. */
  @Test
  void aFullSearchLeavesTheCounterWhereItWas() {
    Machine narrow = new Machine(Designs.named("RcuHash"), TableConfig.narrow(2));
    Process full = narrow.newProcess();
    for (int i = 0; i < 4; i++) {
      assertThat(narrow.create(full)).isEqualTo(i);
    }
    full.setNextTimerId(2);
    assertThat(narrow.create(full)).isEqualTo(-Errno.EAGAIN);
    assertThat(full.nextTimerId()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE + 3, Integer.MIN_VALUE})
  void negativeIdsAreNotSearched(int id) {
    for (int i = 0; i < 4; i++) {
      machine.create(process);
    }
    assertThat(machine.gettime(process, id)).isEqualTo(-Errno.EINVAL);
  }

  /** Defect 6, which 3.10 kept from the RFC: the search does not see what is not published. */
  @Test
  void halfBuiltTimersLoseTheirIdsToOthers() {
    assertThat(HalfBuiltTimers.insert("RcuHash", 5)).containsExactly(0, 1, 0, 1, 0);
  }

  @Test
  void removingTwiceIsReported() {
    KTimer timer = machine.timer(process, machine.create(process));
    machine.table().remove(process, timer);
    machine.table().remove(process, timer);
    assertThat(machine.syscalls().firstCorruption()).isEqualTo(Corruption.DOUBLE_REMOVE);
  }
}
