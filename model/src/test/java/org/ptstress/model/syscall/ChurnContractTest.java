package org.ptstress.model.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.support.InParallel;
import org.ptstress.model.support.Machine;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerInfo;

/** Two threads of one process come and go with timers of their own, in the same few chains. */
class ChurnContractTest {
  private static final int ROUNDS = 60;

  @ParameterizedTest
  @MethodSource("org.ptstress.model.support.Contracts#designsAndLocks")
  void everyThreadSeesItsOwnTimers(Design design, LockKind locks) throws Exception {
    Machine machine = new Machine(design, TableConfig.narrow(31).withLocks(locks));
    Process process = machine.newProcess();
    InParallel.run(List.of(churner(machine, process, 1), churner(machine, process, 2)));

    machine.syscalls().quiesce();
    assertThat(machine.hashed()).isEmpty();
    assertThat(machine.syscalls().firstCorruption()).isNull();
    assertThat(process.signalsCharged()).isZero();
    assertThat(machine.timersOf(process)).isEmpty();
  }

  private static Callable<Integer> churner(Machine machine, Process process, int thread) {
    return () -> {
      int[] ids = new int[4];
      TimerInfo info = new TimerInfo();
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < ids.length; i++) {
          ids[i] = machine.create(process, thread * 1_000L + i);
          require(ids[i] >= 0, "create gives " + ids[i]);
        }
        for (int i = 0; i < ids.length; i++) {
          int error = machine.syscalls().timerGettime(process, ids[i], info);
          require(error == 0, "gettime gives " + Errno.name(error));
          require(info.sigevValue() == thread * 1_000L + i, "found " + info.sigevValue());
        }
        for (int id : ids) {
          int error = machine.delete(process, id);
          require(error == 0, "delete gives " + Errno.name(error));
        }
      }
      return 0;
    };
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new AssertionError(message);
    }
  }
}
