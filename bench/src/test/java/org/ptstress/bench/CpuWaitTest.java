package org.ptstress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class CpuWaitTest {
  private static final long SPIN_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  @Test
  @EnabledOnOs(OS.LINUX)
  void isHalfTheTimeWhereThereAreTwiceAsManyThreadsAsCpus() throws InterruptedException {
    assertThat(Files.exists(Path.of("/proc/thread-self/schedstat"))).isTrue();
    int cpus = Runtime.getRuntime().availableProcessors();
    List<Thread> threads = new ArrayList<>();
    long[] waited = new long[2 * cpus];
    for (int i = 0; i < waited.length; i++) {
      int thread = i;
      threads.add(new Thread(() -> waited[thread] = spin()));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    long sum = 0;
    for (long ofThread : waited) {
      sum += ofThread;
    }
    // Half of it, at least; more if others want the CPUs too.
    assertThat(sum).isBetween(waited.length * SPIN_NANOS / 4, waited.length * SPIN_NANOS * 2);
  }

  private static long spin() {
    long before = CpuWait.nanos();
    long start = System.nanoTime();
    while (System.nanoTime() - start < SPIN_NANOS) {
      Thread.onSpinWait();
    }
    return CpuWait.nanos() - before;
  }
}
