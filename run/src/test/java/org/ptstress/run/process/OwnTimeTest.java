package org.ptstress.run.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** What a busy machine takes from a process is not held against it. */
class OwnTimeTest {
  private static final long WHILE = TimeUnit.MILLISECONDS.toNanos(300);

  /** Beside as many others that it gets a small part of a CPU. */
  @Test
  void whoWantsACpuIsChargedWhatItGot() throws Exception {
    Process[] all = new Process[4 * Runtime.getRuntime().availableProcessors()];
    for (int i = 0; i < all.length; i++) {
      all[i] = start("ulimit -t 60; while :; do :; done");
    }
    try {
      Process one = all[0];
      while (cpu(one) == 0) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      long before = cpu(one);
      OwnTime time = new OwnTime(one.toHandle());
      long begin = System.nanoTime();
      while (cpu(one) - before < WHILE) {
        TimeUnit.MILLISECONDS.sleep(20);
        time.getAsLong();
      }
      assertThat(time.getAsLong())
          .isLessThanOrEqualTo(cpu(one) - before)
          .isLessThanOrEqualTo(System.nanoTime() - begin)
          .isGreaterThanOrEqualTo(WHILE / 2);
    } finally {
      for (Process each : all) {
        each.destroyForcibly();
      }
    }
  }

  @Test
  void whoWaitsIsChargedTheTimeThatPasses() throws Exception {
    Process waiting = start("sleep 600");
    try {
      isChargedMoreThanItsCpu(waiting);
    } finally {
      waiting.destroyForcibly();
    }
  }

  @Test
  void whoIsStoppedIsChargedTheTimeThatPasses() throws Exception {
    Process busy = start("ulimit -t 60; while :; do :; done");
    try {
      start("kill -STOP " + busy.pid()).waitFor();
      isChargedMoreThanItsCpu(busy);
    } finally {
      busy.destroyForcibly();
    }
  }

  /**
   * A process whose other threads all wait is charged what passes, though the one that asks runs:
   * else it is charged its CPU time at most, which this one has little of.
   */
  @Test
  void whoAsksIsNoneOfItsProcess() {
    LongSupplier cpu =
        () -> ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    OwnTime time = new OwnTime(ProcessHandle.current());
    long before = cpu.getAsLong();
    while (time.getAsLong() < cpu.getAsLong() - before + WHILE) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Goes on until it is. */
  private static void isChargedMoreThanItsCpu(Process process) throws InterruptedException {
    long before = cpu(process);
    OwnTime time = new OwnTime(process.toHandle());
    while (time.getAsLong() < cpu(process) - before + WHILE) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static long cpu(Process process) {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  private static Process start(String script) throws Exception {
    return new ProcessBuilder("sh", "-c", script).start();
  }
}
