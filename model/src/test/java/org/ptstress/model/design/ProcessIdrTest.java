package org.ptstress.model.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.support.InParallel;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

class ProcessIdrTest {
  private final Machine machine = new Machine(Designs.named("ProcessIdr"), TableConfig.narrow(31));
  private final Process process = machine.newProcess();

  @Test
  void everyProcessHasItsOwnIds() {
    Process other = machine.newProcess();
    assertThat(machine.create(process, 1)).isZero();
    assertThat(machine.create(other, 2)).isZero();
    assertThat(machine.create(other, 3)).isEqualTo(1);
    assertThat(machine.read(process, 0).sigevValue()).isEqualTo(1);
    assertThat(machine.read(other, 0).sigevValue()).isEqualTo(2);
    assertThat(machine.gettime(process, 1)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.hashed()).hasSize(3);
  }

  @Test
  void aProcessThatNeverCreatedFindsNothing() {
    machine.create(machine.newProcess());
    assertThat(machine.gettime(process, 0)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.delete(process, 0)).isEqualTo(-Errno.EINVAL);
  }

  @Test
  void aFullProcessDoesNotConcernAnother() {
    Machine narrow = new Machine(Designs.named("ProcessIdr"), TableConfig.narrow(1));
    Process full = narrow.newProcess();
    assertThat(List.of(narrow.create(full), narrow.create(full), narrow.create(full)))
        .containsExactly(0, 1, -Errno.EAGAIN);
    assertThat(narrow.create(narrow.newProcess())).isZero();
  }

  @Test
  void aFreedIdComesBackAtOnce() {
    for (int i = 0; i < 3; i++) {
      machine.create(process);
    }
    assertThat(machine.delete(process, 1)).isZero();
    assertThat(machine.create(process)).isEqualTo(1);
    assertThat(machine.create(process)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE + 3, Integer.MIN_VALUE})
  void negativeIdsAreNotSearched(int id) {
    for (int i = 0; i < 4; i++) {
      machine.create(process);
    }
    assertThat(machine.gettime(process, id)).isEqualTo(-Errno.EINVAL);
  }

  @Test
  void anIdBeyondTheWidthIsNotCutToIt() {
    Machine narrow = new Machine(Designs.named("ProcessIdr"), TableConfig.narrow(4));
    Process owner = narrow.newProcess();
    narrow.create(owner);
    assertThat(narrow.gettime(owner, 16)).isEqualTo(-Errno.EINVAL);
  }

  /** There is no counter that an exact id could move: the next plain id is the lowest free one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 64, 1_000_000, Integer.MAX_VALUE})
  void anExactIdDoesNotChangeWhatIsLowest(int id) {
    process.setRestoringIds(true);
    assertThat(machine.createAt(process, id)).isEqualTo(id);
    assertThat(machine.createAt(process, id)).isEqualTo(-Errno.EBUSY);
    process.setRestoringIds(false);
    assertThat(machine.create(process)).isZero();
    assertThat(machine.gettime(process, id)).isZero();
    assertThat(machine.timer(process, id).id()).isEqualTo(id);
    assertThat(machine.delete(process, id)).isZero();
    assertThat(machine.gettime(process, id)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.gettime(process, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"16, -22", "-1, -22", "15, 15"})
  void anExactIdLiesInTheRangeOfTheWidth(int id, int result) {
    Machine narrow = new Machine(Designs.named("ProcessIdr"), TableConfig.narrow(4));
    Process owner = narrow.newProcess();
    owner.setRestoringIds(true);
    assertThat(narrow.createAt(owner, id)).isEqualTo(result);
  }

  @Test
  void anIdIsTakenUntilItIsUnhashed() {
    KTimer timer = machine.timer(process, machine.create(process));
    timer.lock().lock();
    machine.table().invalidate(process, timer);
    timer.lock().unlock();
    process.setRestoringIds(true);
    assertThat(machine.createAt(process, 0)).isEqualTo(-Errno.EBUSY);
    machine.table().remove(process, timer);
    assertThat(machine.createAt(process, 0)).isZero();
  }

  @Test
  void halfBuiltTimersKeepTheirIds() {
    assertThat(HalfBuiltTimers.insert("ProcessIdr", 3)).containsExactly(0, 1, -Errno.EAGAIN);
  }

  /** With a tree each, both threads would get id 0, and one timer would be lost. */
  @Test
  void twoThreadsMakeOneTree() throws Exception {
    for (int i = 0; i < 200; i++) {
      Process fresh = machine.newProcess();
      assertThat(InParallel.run(Collections.nCopies(2, () -> machine.create(fresh))))
          .containsExactlyInAnyOrder(0, 1);
      assertThat(machine.hashed()).hasSize(2);
      machine.syscalls().exit(fresh);
    }
  }

  /** The table holds no tree of a process that has ended. */
  @Test
  void aProcessThatHasEndedIsForgotten() {
    List<WeakReference<Object>> trees = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Process fresh = machine.newProcess();
      assertThat(machine.create(fresh)).isZero();
      trees.add(new WeakReference<>(fresh.attachment()));
      machine.syscalls().exit(fresh);
    }
    for (int i = 0; i < 20 && trees.stream().anyMatch(tree -> tree.get() != null); i++) {
      System.gc();
    }
    assertThat(trees).allMatch(tree -> tree.get() == null);
  }

  @Test
  void aTimerThatExitLeftBehindIsStillSeen() {
    KTimer leaked = machine.timer(process, machine.create(process));
    process.unlink(leaked); // exit deletes what is on the list
    machine.syscalls().exit(process);
    assertThat(machine.hashed()).containsExactly(leaked);
  }

  @Test
  void removingTwiceIsReported() {
    KTimer timer = machine.timer(process, machine.create(process));
    machine.table().remove(process, timer);
    machine.table().remove(process, timer);
    assertThat(machine.syscalls().firstCorruption()).isEqualTo(Corruption.DOUBLE_REMOVE);
  }
}
