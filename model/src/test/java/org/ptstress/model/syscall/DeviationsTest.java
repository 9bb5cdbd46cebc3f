package org.ptstress.model.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SlabAddresses;

/** What the model does otherwise than a kernel, on purpose: rows of docs/fidelity.md. */
class DeviationsTest {
  private static final int TIMERS = 3;

  /** The timers on the list of the process each time that its siglock is taken. */
  private final List<Integer> listed = new ArrayList<>();

  private final TableConfig config = TableConfig.narrow(31);
  private Process process = new Process(2, TIMERS, config.locks());

  /** Before 6.15 the last thread took no siglock; since then the list is moved aside at once. */
  @ParameterizedTest
  @ValueSource(strings = {"RcuHash47", "BucketLockHash"})
  void exitTakesSiglockForEachTimerOnTheList(String design) {
    TimerSyscalls syscalls = TimerSyscalls.over(Designs.named(design), config);
    process = new Process(new SlabAddresses(1).next(), TIMERS, ListedTimers::new);
    for (int i = 0; i < TIMERS; i++) {
      assertThat(syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.of(0), UserId.of(0)))
          .isZero();
    }
    listed.clear();
    syscalls.exit(process);
    assertThat(listed).containsExactly(3, 2, 1);
  }

  @Test
  void prctlHasNoFurtherArguments() {
    assertThat(
            Stream.of(TimerSyscalls.class.getMethods())
                .filter(method -> method.getName().equals("prctl")))
        .extracting(Method::getParameterCount)
        .containsExactly(2);
  }

  /** A siglock of one thread. */
  private final class ListedTimers implements SpinLock {
    @Override
    public void lock() {
      int[] timers = new int[1];
      process.forEachTimer(timer -> timers[0]++);
      listed.add(timers[0]);
    }

    @Override
    public void unlock() {}
  }
}
