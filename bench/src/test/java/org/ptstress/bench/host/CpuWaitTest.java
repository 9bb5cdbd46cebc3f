package org.ptstress.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class CpuWaitTest {
  private static final long SPIN_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  @Test
  void isHalfTheTimeWhereThereAreTwiceAsManyThreadsAsCpus() throws InterruptedException {
    int cpus = Runtime.getRuntime().availableProcessors();
    List<Thread> threads = new ArrayList<>();
    long[] waited = new long[2 * cpus];
    for (int i = 0; i < waited.length; i++) {
      int thread = i;
      threads.add(new Thread(() -> waited[thread] = waitWhileSpinning()));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    long sum = LongStream.of(waited).sum();
    if (Files.exists(Path.of("/proc/thread-self/schedstat"))) {
      // Half of it, at least; more if others want the CPUs too.
      assertThat(sum).isGreaterThan(waited.length * SPIN_NANOS / 4);
    } else {
      assertThat(sum).isZero();
    }
  }

  private static long waitWhileSpinning() {
    long before = CpuWait.nanos();
    long start = System.nanoTime();
    while (System.nanoTime() - start < SPIN_NANOS) {
      Thread.onSpinWait();
    }
    return CpuWait.nanos() - before;
  }
}
