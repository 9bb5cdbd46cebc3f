package org.ptstress.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class CpuWaitTest {
  private static final int ATTEMPTS = 20;
  private static final long SPIN_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /** Of several attempts: a stall of the whole process takes its time from one of them. */
  @Test
  void isHalfTheTimeWhereThereAreTwiceAsManyThreadsAsCpus() throws Exception {
    if (!Files.exists(Path.of("/proc/thread-self/schedstat"))) {
      assertThat(waited()).isZero();
      return;
    }
    long most = 0;
    // Half of it, at least; more if others want the CPUs too.
    long half = 2L * Runtime.getRuntime().availableProcessors() * SPIN_NANOS / 4;
    for (int attempt = 0; attempt < ATTEMPTS && most <= half; attempt++) {
      most = Math.max(most, waited());
    }
    assertThat(most).isGreaterThan(half);
  }

  /** The sum over threads that begin to spin together. */
  private static long waited() throws Exception {
    int cpus = Runtime.getRuntime().availableProcessors();
    List<Thread> threads = new ArrayList<>();
    CyclicBarrier start = new CyclicBarrier(2 * cpus);
    long[] waited = new long[2 * cpus];
    for (int i = 0; i < waited.length; i++) {
      int thread = i;
      threads.add(new Thread(() -> waited[thread] = waitWhileSpinning(start)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    return LongStream.of(waited).sum();
  }

  private static long waitWhileSpinning(CyclicBarrier together) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
    long before = CpuWait.nanos();
    long start = System.nanoTime();
    while (System.nanoTime() - start < SPIN_NANOS) {
      Thread.onSpinWait();
    }
    return CpuWait.nanos() - before;
  }
}
