package org.ptstress.model.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerInfo;
import org.ptstress.model.timer.TimerSlab;

/**
 * Finding and locking a timer are not one step. Whatever a table found, the calls look at the owner
 * again under the timer's lock.
 */
class SecondLookTest {
  private static final long ADDRESS = 0xffff888012345680L;

  private final KTimer found =
      new TimerSlab(LockKind.TICKET, ReclamationKind.COLLECTOR, ReclamationKind.COLLECTOR.newRcu())
          .allocate();
  private final TimerSyscalls syscalls =
      new TimerSyscalls(
          new AlwaysFinds(found), TableConfig.narrow(4), ReclamationKind.GRACE_PERIOD.newRcu());
  private final Process process = new Process(ADDRESS, 10, LockKind.TICKET);

  @ParameterizedTest
  @ValueSource(longs = {0, ADDRESS | 1, ADDRESS + 0x440, KTimer.POISON})
  void aTimerOfNobodyOrSomebodyElseIsLetGo(long signal) {
    found.setSignal(signal);
    assertThat(syscalls.timerGettime(process, 0, new TimerInfo())).isEqualTo(-Errno.EINVAL);
    assertThat(syscalls.timerSettime(process, 0, 1, 0)).isEqualTo(-Errno.EINVAL);
    assertThat(syscalls.timerDelete(process, 0)).isEqualTo(-Errno.EINVAL);
    assertUnlocked();
  }

  @Test
  void aTimerOfTheCallerIsUsed() {
    found.setSignal(ADDRESS);
    found.initialise(ClockId.BOOTTIME, 9);
    TimerInfo info = new TimerInfo();
    assertThat(syscalls.timerSettime(process, 0, 30, 0)).isZero();
    assertThat(syscalls.timerGettime(process, 0, info)).isZero();
    assertThat(info.expiresNanos()).isEqualTo(30);
    assertUnlocked();
  }

  /** Would spin for ever if a call had kept the lock. */
  private void assertUnlocked() {
    found.lock().lock();
    found.lock().unlock();
  }

  private static final class AlwaysFinds implements TimerTable {
    private final KTimer timer;

    AlwaysFinds(KTimer timer) {
      this.timer = timer;
    }

    @Override
    public int insert(Process owner, KTimer created) {
      return -Errno.EAGAIN;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      return timer;
    }

    @Override
    public void remove(Process owner, KTimer removed) {}

    @Override
    public void forEach(Consumer<? super KTimer> action) {}
  }
}
