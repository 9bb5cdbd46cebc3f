package org.ptstress.model.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.BucketLockHash;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerInfo;

/** A call whose table throws leaves no lock, no read section and no system call open. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.MINUTES)
class ThrowingTableTest {
  private static final TableConfig CONFIG = TableConfig.narrow(4);

  private final Rcu rcu = ReclamationKind.GRACE_PERIOD.newRcu();
  private final Throwing table = new Throwing();
  private final TimerSyscalls syscalls = new TimerSyscalls(table, CONFIG, rcu);
  private final Process process = new Process(0xffff888012345680L, 10, LockKind.TICKET);
  private final TimerInfo info = new TimerInfo();

  @Test
  void invalidateThatThrowsLeavesTheTimerUnlocked() {
    create();
    assertThat(syscalls.timerGettime(process, 0, info)).isZero();
    assertThrows("invalidate", () -> syscalls.timerDelete(process, 0));
    // Would spin for ever.
    assertThat(syscalls.timerGettime(process, 0, info)).isZero();
    assertThat(syscalls.timerDelete(process, 0)).isZero();
    assertNothingIsOpen();
  }

  @Test
  void invalidateThatThrowsInAnExitLeavesTheTimerUnlocked() {
    create();
    assertThrows("invalidate", () -> syscalls.exit(process));
    assertThat(syscalls.timerGettime(process, 0, info)).isZero();
    assertNothingIsOpen();
  }

  @Test
  void findThatThrowsClosesTheReadSection() {
    create();
    assertThrows("find", () -> syscalls.timerGettime(process, 0, info));
    assertThrows("find", () -> syscalls.timerDelete(process, 0));
    assertThrows("find", () -> syscalls.lookup(process, 0));
    assertNothingIsOpen();
  }

  @Test
  void insertThatThrowsLeavesTheSystemCall() {
    assertThrows("insert", this::create);
    assertNothingIsOpen();
  }

  @Test
  void removeThatThrowsLeavesTheSystemCall() {
    create();
    assertThrows("remove", () -> syscalls.timerDelete(process, 0));
    assertNothingIsOpen();
  }

  private void create() {
    assertThat(syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.of(0), UserId.of(0)))
        .isZero();
  }

  private void assertThrows(String step, Runnable call) {
    table.throwing = step;
    assertThatThrownBy(call::run).hasMessage(step);
    table.throwing = "";
  }

  /** The end of the process waits for its system calls, the barrier for read sections. */
  private void assertNothingIsOpen() {
    syscalls.exit(process);
    syscalls.quiesce();
  }

  private static final class Throwing extends BucketLockHash {
    private String throwing = "";

    Throwing() {
      super(CONFIG);
    }

    private void step(String step) {
      if (step.equals(throwing)) {
        throw new IllegalStateException(step);
      }
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      step("insert");
      return super.insert(owner, timer);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      step("find");
      return super.find(owner, id);
    }

    @Override
    public void invalidate(Process owner, KTimer timer) {
      step("invalidate");
      super.invalidate(owner, timer);
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      step("remove");
      super.remove(owner, timer);
    }
  }
}
