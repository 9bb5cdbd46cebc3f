package org.ptstress.model.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.support.Contracts;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerInfo;

/** What every design owes to a caller while its ids are not used up. */
@ParameterizedClass
@MethodSource("org.ptstress.model.support.Contracts#designsAndLocks")
class TimerSyscallsContractTest {
  private final Design design;
  private final Machine machine;
  private final Process process;

  TimerSyscallsContractTest(Design design, LockKind locks) {
    this.design = design;
    this.machine = new Machine(design, TableConfig.narrow(31).withLocks(locks));
    this.process = machine.newProcess();
  }

  @AfterEach
  void nothingWasDamaged() {
    machine.syscalls().quiesce();
    assertThat(machine.syscalls().firstCorruption()).isNull();
    assertThat(machine.hashed()).hasSize(process.signalsCharged());
  }

  @Test
  void idsOfANewProcessStartAtZero() {
    assertThat(List.of(create(), create(), create(), create(), create()))
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void aDeletedIdComesBackAsThePolicySays() {
    create();
    create();
    create();
    assertThat(machine.delete(process, 1)).isZero();
    assertThat(create()).isEqualTo(design.idPolicy() == IdPolicy.LOWEST_FREE ? 1 : 3);
  }

  @Test
  void aTimerReadsAsItWasCreated() {
    UserId id = UserId.of(-5);
    assertThat(machine.syscalls().timerCreate(process, ClockId.BOOTTIME, SigEvent.of(1_234), id))
        .isZero();
    TimerInfo info = machine.read(process, id.get());
    assertThat(info.clock()).isEqualTo(ClockId.BOOTTIME);
    assertThat(info.sigevValue()).isEqualTo(1_234);
    assertThat(info.overrun()).isEqualTo(-1);
    assertThat(info.expiresNanos()).isZero();
  }

  @Test
  void settimeChangesTheTimerThatItNames() {
    int armed = create();
    int other = create();
    assertThat(machine.syscalls().timerSettime(process, armed, 1_000, 20)).isZero();
    assertThat(machine.read(process, armed).expiresNanos()).isEqualTo(1_000);
    assertThat(machine.read(process, armed).intervalNanos()).isEqualTo(20);
    assertThat(machine.read(process, other).expiresNanos()).isZero();
  }

  @Test
  void settimeRejectsNegativeTimes() {
    int id = create();
    assertThat(machine.syscalls().timerSettime(process, id, -1, 0)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.syscalls().timerSettime(process, id, 0, -1)).isEqualTo(-Errno.EINVAL);
  }

  @Test
  void everyCallAfterDeleteFails() {
    int id = create();
    assertThat(machine.delete(process, id)).isZero();
    assertThat(machine.delete(process, id)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.gettime(process, id)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.syscalls().timerSettime(process, id, 1, 1)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.syscalls().lookup(process, id)).isFalse();
  }

  @Test
  void neighboursSurviveADelete() {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ids.add(machine.create(process, 100 + i));
    }
    for (int i = 0; i < 20; i += 3) {
      assertThat(machine.delete(process, ids.get(i))).isZero();
    }
    for (int i = 0; i < 20; i++) {
      if (i % 3 == 0) {
        assertThat(machine.gettime(process, ids.get(i))).isEqualTo(-Errno.EINVAL);
      } else {
        assertThat(machine.read(process, ids.get(i)).sigevValue()).isEqualTo(100 + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, -1, Integer.MAX_VALUE, 0x40000000})
  void anIdThatWasNotHandedOutIsInvalid(int id) {
    for (int i = 0; i < 3; i++) {
      create();
    }
    assertThat(machine.gettime(process, id)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.delete(process, id)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.syscalls().timerSettime(process, id, 1, 0)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.syscalls().lookup(process, id)).isFalse();
  }

  @Test
  void anotherProcessFindsNothing() {
    int id = create();
    Process other = machine.newProcess();
    assertThat(machine.gettime(other, id)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.delete(other, id)).isEqualTo(-Errno.EINVAL);
    assertThat(machine.gettime(process, id)).isZero();
  }

  @Test
  void aClockThatDoesNotExistIsInvalid() {
    assertThat(machine.create(process, null, SigEvent.of(0), UserId.of(0)))
        .isEqualTo(-Errno.EINVAL);
    assertThat(create()).as("no id was burned").isZero();
  }

  @Test
  void aClockWithoutTimersIsNotSupported() {
    assertThat(machine.create(process, ClockId.MONOTONIC_RAW, SigEvent.of(0), UserId.of(0)))
        .isEqualTo(-Errno.EOPNOTSUPP);
    assertThat(create()).as("no id was burned").isZero();
  }

  @Test
  void theClockIsCheckedBeforeEverythingElse() {
    assertThat(machine.create(process, null, SigEvent.bad(), UserId.faulting()))
        .isEqualTo(-Errno.EINVAL);
    assertThat(machine.create(process, ClockId.MONOTONIC_RAW, SigEvent.bad(), UserId.faulting()))
        .isEqualTo(-Errno.EOPNOTSUPP);
    assertThat(process.nextTimerId()).isZero();
  }

  @Test
  void aBadEventIsInvalidAndBurnsAnId() {
    assertThat(machine.create(process, ClockId.MONOTONIC, SigEvent.bad(), UserId.of(0)))
        .isEqualTo(-Errno.EINVAL);
    assertThat(machine.hashed()).isEmpty();
    assertThat(create()).isEqualTo(idAfterABurnedOne());
  }

  @Test
  void aBadPointerFaultsAndBurnsAnId() {
    assertThat(machine.create(process, ClockId.MONOTONIC, SigEvent.of(0), UserId.faulting()))
        .isEqualTo(-Errno.EFAULT);
    assertThat(machine.hashed()).isEmpty();
    assertThat(create()).isEqualTo(idAfterABurnedOne());
  }

  @Test
  void aFailedCreateDoesNotWriteTheId() {
    UserId id = UserId.of(99);
    assertThat(machine.create(process, ClockId.MONOTONIC, SigEvent.bad(), id))
        .isEqualTo(-Errno.EINVAL);
    assertThat(id.get()).isEqualTo(99);
  }

  @Test
  void theSignalLimitStopsCreatesWithoutBurningAnId() {
    Process limited = machine.newProcess(10);
    for (int i = 0; i < 10; i++) {
      assertThat(machine.create(limited)).isEqualTo(i);
    }
    assertThat(machine.create(limited)).isEqualTo(-Errno.EAGAIN);
    assertThat(machine.delete(limited, 0)).isZero();
    assertThat(machine.create(limited))
        .isEqualTo(design.idPolicy() == IdPolicy.LOWEST_FREE ? 0 : 10);
    machine.syscalls().exit(limited);
  }

  @Test
  void failedCreatesGiveTheirChargeBack() {
    for (int i = 0; i < 3; i++) {
      machine.create(process, null, SigEvent.of(0), UserId.of(0));
      machine.create(process, ClockId.MONOTONIC, SigEvent.bad(), UserId.of(0));
      machine.create(process, ClockId.MONOTONIC, SigEvent.of(0), UserId.faulting());
    }
    assertThat(process.signalsCharged()).isZero();
  }

  @Test
  void exitDeletesEverythingOfTheProcessAndNothingElse() {
    Process other = machine.newProcess();
    int kept = machine.create(other, 7);
    for (int i = 0; i < 5; i++) {
      create();
    }
    machine.syscalls().exit(process);
    assertThat(process.signalsCharged()).isZero();
    assertThat(machine.timersOf(process)).isEmpty();
    assertThat(machine.hashed()).hasSize(1);
    assertThat(machine.read(other, kept).sigevValue()).isEqualTo(7);
    machine.syscalls().exit(other);
  }

  @Test
  void aKilledProcessCreatesAndDeletesNothing() {
    int id = create();
    machine.syscalls().exit(process);
    assertThat(create()).isEqualTo(-Errno.ESRCH);
    assertThat(machine.delete(process, id)).isEqualTo(-Errno.ESRCH);
    assertThat(machine.gettime(process, id)).isEqualTo(-Errno.EINVAL);
  }

  @Test
  void exitWithoutTimersIsFine() {
    machine.syscalls().exit(process);
    assertThat(machine.hashed()).isEmpty();
  }

  @Test
  void freedTimersAreUsedAgain() {
    HashSet<KTimer> objects = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      int id = create();
      objects.add(machine.timer(process, id));
      assertThat(machine.delete(process, id)).isZero();
    }
    assertThat(objects).hasSize(1);
  }

  @Test
  void aRecycledTimerKeepsNothingOfItsFirstLife() {
    int first = machine.create(process, 5);
    assertThat(machine.syscalls().timerSettime(process, first, 1_000, 10)).isZero();
    assertThat(machine.delete(process, first)).isZero();
    TimerInfo info = machine.read(process, machine.create(process, 6));
    assertThat(info.sigevValue()).isEqualTo(6);
    assertThat(info.expiresNanos()).isZero();
    assertThat(info.intervalNanos()).isZero();
  }

  @Test
  void everyHashedTimerIsVisitedOnce() {
    List<KTimer> created = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      created.add(machine.timer(process, create()));
    }
    assertThat(machine.hashed()).containsExactlyInAnyOrderElementsOf(created);
    int[] lengths = machine.table().chainLengths();
    if (lengths.length > 0) {
      assertThat(Arrays.stream(lengths).sum()).isEqualTo(30);
    }
  }

  @Test
  void exactIdsAreThereOrRefused() {
    if (machine.table().hasExactIds()) {
      assertThat(machine.syscalls().prctl(process, TimerSyscalls.RESTORE_IDS_ON)).isZero();
      assertThat(machine.createAt(process, 77)).isEqualTo(77);
    } else {
      assertThat(machine.syscalls().prctl(process, TimerSyscalls.RESTORE_IDS_ON))
          .isEqualTo(-Errno.EINVAL);
      assertThat(machine.table().insertAt(process, newTimer(), 77)).isEqualTo(-Errno.EOPNOTSUPP);
      assertThat(Contracts.holds(design, Claim.EXACT_RESTORE)).isFalse();
    }
  }

  private KTimer newTimer() {
    Machine other = new Machine(design, TableConfig.narrow(4));
    Process owner = other.newProcess();
    return other.timer(owner, other.create(owner));
  }

  private int create() {
    return machine.create(process);
  }

  private int idAfterABurnedOne() {
    return design.idPolicy() == IdPolicy.LOWEST_FREE ? 0 : 1;
  }
}
