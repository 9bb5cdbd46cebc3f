package org.ptstress.model.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ptstress.model.syscall.SyscallEra.LINUX_6_15;
import static org.ptstress.model.syscall.SyscallEra.LINUX_6_17;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SignalCharges;
import org.ptstress.model.timer.SlabAddresses;

/** What a running kernel showed about the resource limit, restore mode, exec and bad pointers. */
class SyscallEraTest {
  private static final int EINVAL = -Errno.EINVAL;
  private static final int EAGAIN = -Errno.EAGAIN;
  private static final int EFAULT = -Errno.EFAULT;

  private final TableConfig config = TableConfig.narrow(31);
  private final SignalCharges user = new SignalCharges();
  private final SlabAddresses addresses = new SlabAddresses(1);
  private TimerSyscalls syscalls = over(LINUX_6_17);

  @Test
  void todayAWantedIdIsReadBeforeTheCharge() {
    Process full = restoring(0);
    assertThat(create(full, UserId.of(-1))).isEqualTo(EINVAL);
    assertThat(create(full, UserId.faulting())).isEqualTo(EFAULT);
    assertThat(create(full, UserId.of(1))).isEqualTo(EAGAIN);
    assertThat(full.signalsCharged()).isZero();
  }

  @Test
  void before617AFailedRestoreKeptItsCharge() {
    syscalls = over(LINUX_6_15);
    Process process = restoring(2);
    assertThat(create(process, UserId.of(-1))).isEqualTo(EINVAL);
    assertThat(create(process, UserId.faulting())).isEqualTo(EFAULT);
    assertThat(create(process, UserId.of(-1))).as("the limit comes first").isEqualTo(EAGAIN);
    assertThat(create(process, UserId.of(5))).isEqualTo(EAGAIN);
    syscalls.exit(process);
    assertThat(create(process(2), UserId.of(0)))
        .as("the user is charged for good")
        .isEqualTo(EAGAIN);
  }

  @ParameterizedTest
  @EnumSource
  void aRestoreThatFailsLaterGivesItsChargeBack(SyscallEra era) {
    syscalls = over(era);
    Process process = restoring(2);
    assertThat(create(process, UserId.of(5))).isEqualTo(5);
    assertThat(create(process, UserId.of(5))).isEqualTo(-Errno.EBUSY);
    assertThat(call(process, SigEvent.bad(), UserId.of(6))).isEqualTo(EINVAL);
    assertThat(process.signalsCharged()).isEqualTo(1);
  }

  @Test
  void theLimitIsOfTheUser() {
    Process one = process(3);
    Process two = process(3);
    assertThat(create(one, UserId.of(0))).isZero();
    assertThat(create(one, UserId.of(0))).isEqualTo(1);
    assertThat(create(two, UserId.of(0))).isZero();
    assertThat(create(two, UserId.of(0))).isEqualTo(EAGAIN);
    assertThat(create(process(4), UserId.of(0))).as("a process of a higher limit").isZero();
    syscalls.exit(one);
    assertThat(create(two, UserId.of(0))).isEqualTo(1);
    assertThat(create(new Process(addresses.next(), 1, config.locks()), UserId.of(0))).isZero();
  }

  @Test
  void anEventThatCannotBeReadFailsFirstAndBurnsNoId() {
    Process process = process(9);
    assertThat(syscalls.timerCreate(process, null, null, UserId.faulting())).isEqualTo(EFAULT);
    assertThat(call(process, null, UserId.of(0))).isEqualTo(EFAULT);
    assertThat(create(process, UserId.of(0))).isZero();
  }

  @Test
  void getoverrunLooksTheTimerUp() {
    Process process = process(9);
    assertThat(create(process, UserId.of(0))).isZero();
    assertThat(syscalls.timerGetoverrun(process, 0)).isZero();
    assertThat(syscalls.timerGetoverrun(process, 1)).isEqualTo(EINVAL);
    assertThat(syscalls.timerGetoverrun(process, -1)).isEqualTo(EINVAL);
  }

  @Test
  void execKeepsTheCounterAndNothingElse() {
    Process process = restoring(9);
    assertThat(create(process, UserId.of(7))).isEqualTo(7);
    syscalls.exec(process);
    assertThat(syscalls.prctl(process, TimerSyscalls.RESTORE_IDS_GET)).isZero();
    assertThat(syscalls.timerGetoverrun(process, 7)).isEqualTo(EINVAL);
    assertThat(process.signalsCharged()).isZero();
    assertThat(create(process, UserId.of(0))).isEqualTo(8);
  }

  private TimerSyscalls over(SyscallEra era) {
    return TimerSyscalls.over(Designs.named("BucketLockHash"), config, era);
  }

  private Process process(int limit) {
    return new Process(addresses.next(), limit, config.locks(), Process.INITIAL_NAMESPACE, user);
  }

  private Process restoring(int limit) {
    Process process = process(limit);
    assertThat(syscalls.prctl(process, TimerSyscalls.RESTORE_IDS_ON)).isZero();
    return process;
  }

  private int create(Process process, UserId id) {
    return call(process, SigEvent.of(0), id);
  }

  private int call(Process process, @Nullable SigEvent event, UserId id) {
    int error = syscalls.timerCreate(process, ClockId.MONOTONIC, event, id);
    return error == 0 ? id.get() : error;
  }
}
