package org.ptstress.model.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.support.InParallel;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

class NamespaceIdrTest {
  private static final int CONTAINER = 1;

  private final Machine machine =
      new Machine(Designs.named("NamespaceIdr"), TableConfig.narrow(31));
  private final Machine narrow = new Machine(Designs.named("NamespaceIdr"), TableConfig.narrow(2));
  private final Process process = machine.newProcess();
  private final Process full = narrow.newProcess();

  @Test
  void processesOfANamespaceShareTheIds() {
    Process neighbour = machine.newProcess();
    assertThat(machine.create(process)).isZero();
    assertThat(machine.create(neighbour)).isEqualTo(1);
    assertThat(machine.create(process)).isEqualTo(2);
    assertThat(machine.gettime(neighbour, 0)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.delete(neighbour, 2)).isEqualTo(-Errno.EINVAL);
  }

  @Test
  void twoNamespacesHaveTheSameIdAndLookupsDoNotCrossThem() {
    Process inside = machine.newProcessIn(CONTAINER);
    assertThat(machine.create(process, 1)).isZero();
    assertThat(machine.create(inside, 2)).isZero();
    assertThat(machine.create(inside, 3)).isEqualTo(1);
    assertThat(machine.read(process, 0).sigevValue()).isEqualTo(1);
    assertThat(machine.read(inside, 0).sigevValue()).isEqualTo(2);
    assertThat(machine.gettime(process, 1)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.hashed()).hasSize(3);
    assertThat(machine.delete(process, 0)).isZero();
    assertThat(machine.read(inside, 0).sigevValue()).isEqualTo(2);
    machine.syscalls().exit(inside);
    assertThat(machine.hashed()).isEmpty();
  }

  @Test
  void aFullNamespaceIsFullForAllItsProcessesAndNoOther() {
    for (int i = 0; i < 4; i++) {
      assertThat(narrow.create(full)).isEqualTo(i);
    }
    assertThat(narrow.create(narrow.newProcess())).isEqualTo(-Errno.EAGAIN);
    assertThat(narrow.create(narrow.newProcessIn(CONTAINER))).isZero();
  }

  /** What tells a cursor from the lowest free id. */
  @Test
  void aFreedIdComesBackAfterTheCursorHasWrapped() {
    assertThat(List.of(narrow.create(full), narrow.create(full))).containsExactly(0, 1);
    assertThat(narrow.delete(full, 0)).isZero();
    assertThat(List.of(narrow.create(full), narrow.create(full), narrow.create(full)))
        .containsExactly(2, 3, 0);
  }

  @Test
  void liveIdsAreSteppedOver() {
    for (int i = 0; i < 3; i++) {
      narrow.create(full);
    }
    narrow.delete(full, 1);
    assertThat(narrow.create(full)).isEqualTo(3);
    assertThat(narrow.create(full)).as("0 is taken").isEqualTo(1);
    assertThat(narrow.create(full)).isEqualTo(-Errno.EAGAIN);
  }

  @Test
  void aSearchInVainLeavesTheCursor() {
    for (int i = 0; i < 4; i++) {
      narrow.create(full);
    }
    narrow.delete(full, 1);
    assertThat(narrow.create(full)).isEqualTo(1);
    assertThat(narrow.create(full)).isEqualTo(-Errno.EAGAIN);
    narrow.delete(full, 0);
    narrow.delete(full, 3);
    assertThat(narrow.create(full)).as("the cursor is at 2").isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, -1, Integer.MIN_VALUE + 3, Integer.MIN_VALUE})
  void anIdOutOfRangeIsNotCutToTheWidth(int id) {
    for (int i = 0; i < 4; i++) {
      narrow.create(full);
    }
    assertThat(narrow.gettime(full, id)).isEqualTo(-Errno.EINVAL);
  }

  @Test
  void thereAreNoExactIds() {
    assertThat(machine.table().hasExactIds()).isFalse();
  }

  @Test
  void halfBuiltTimersKeepTheirIds() {
    assertThat(HalfBuiltTimers.insert("NamespaceIdr", 3)).containsExactly(0, 1, -Errno.EAGAIN);
  }

  /** With an idr each, both would get id 0. */
  @Test
  void twoProcessesOfANewNamespaceMakeOneIdr() throws Exception {
    for (int namespace = 1; namespace <= 200; namespace++) {
      Process first = machine.newProcessIn(namespace);
      Process second = machine.newProcessIn(namespace);
      assertThat(InParallel.run(List.of(() -> machine.create(first), () -> machine.create(second))))
          .containsExactlyInAnyOrder(0, 1);
      assertThat(machine.hashed()).hasSize(2 * namespace);
    }
  }

  @Test
  void removingTwiceIsReported() {
    KTimer timer = machine.timer(process, machine.create(process));
    machine.table().remove(process, timer);
    machine.table().remove(process, timer);
    assertThat(machine.syscalls().firstCorruption()).isEqualTo(Corruption.DOUBLE_REMOVE);
  }
}
