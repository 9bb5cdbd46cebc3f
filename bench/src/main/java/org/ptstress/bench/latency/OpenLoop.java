package org.ptstress.bench.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.ptstress.bench.latency.OpenLoopWorker.Phases;

/** An open-loop load of several threads, and the histogram of each interval of it. */
final class OpenLoop {
  /** For the threads to come up before the load starts. */
  private static final long START_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final LoadStep step;

  OpenLoop(LoadStep step) {
    this.step = step;
  }

  /**
   * Runs the load; blocking, for the time of the step, or up to twice that if the operations cannot
   * keep up.
   *
   * @param operations makes the operation of each thread from the thread's number; an operation
   *     that returns false has failed
   * @return the histogram of each interval, and whether the operations kept up
   * @throws IllegalStateException if an operation failed or threw
   * @throws InterruptedException if the calling thread is interrupted; the load then ends by itself
   */
  LoadResult run(IntFunction<BooleanSupplier> operations) throws InterruptedException {
    long warmUp = TimeUnit.MILLISECONDS.toNanos(step.warmUpMillis());
    long interval = TimeUnit.MILLISECONDS.toNanos(step.intervalMillis());
    long measured = step.intervals() * interval;
    List<BooleanSupplier> made = new ArrayList<>();
    for (int thread = 0; thread < step.threads(); thread++) {
      made.add(operations.apply(thread));
    }
    long start = System.nanoTime() + START_NANOS;
    long measuredFrom = start + warmUp;
    long loadUntil = measuredFrom + measured;
    Phases phases =
        new Phases(start + warmUp / 2, measuredFrom, loadUntil, loadUntil + warmUp + measured);

    List<OpenLoopWorker> workers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    List<Throwable> thrown = new ArrayList<>();
    for (BooleanSupplier operation : made) {
      OpenLoopWorker worker =
          new OpenLoopWorker(
              operation, new ArrivalSchedule(step.ratePerThread(), workers.size()), phases);
      Thread thread = new Thread(worker, "load-" + workers.size());
      thread.setDaemon(true);
      thread.setUncaughtExceptionHandler(
          (dead, error) -> {
            synchronized (thrown) {
              thrown.add(error);
            }
          });
      workers.add(worker);
      threads.add(thread);
    }
    threads.forEach(Thread::start);

    sleepUntil(measuredFrom);
    // Empty, unless this thread wakes up too late: the load may be over by then.
    List<Histogram> early = take(workers);
    List<List<Histogram>> taken = new ArrayList<>();
    for (int i = 1; i < step.intervals(); i++) {
      sleepUntil(measuredFrom + i * interval);
      taken.add(take(workers));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    taken.add(take(workers));
    for (int thread = 0; thread < step.threads(); thread++) {
      taken.get(0).get(thread).add(early.get(thread));
    }
    check(workers, thrown);
    // Merged only now: the work would take a CPU from the threads that are timed.
    return new LoadResult(
        step,
        taken.stream().map(OpenLoop::merge).toList(),
        workers.stream().mapToLong(OpenLoopWorker::operations).sum(),
        workers.stream().mapToLong(OpenLoopWorker::late).sum(),
        workers.stream().mapToDouble(OpenLoopWorker::cpuWait).average().orElse(0));
  }

  private static void check(List<OpenLoopWorker> workers, List<Throwable> thrown) {
    synchronized (thrown) {
      if (!thrown.isEmpty()) {
        throw new IllegalStateException("An operation threw an exception.", thrown.get(0));
      }
    }
    long failures = workers.stream().mapToLong(OpenLoopWorker::failures).sum();
    if (failures > 0) {
      throw new IllegalStateException(failures + " operations failed, though all must succeed.");
    }
  }

  private static List<Histogram> take(List<OpenLoopWorker> workers) {
    return workers.stream().map(OpenLoopWorker::takeInterval).toList();
  }

  private static Histogram merge(List<Histogram> ofThreads) {
    Histogram sum = ofThreads.get(0).copy();
    ofThreads.stream().skip(1).forEach(sum::add);
    return sum;
  }

  private static void sleepUntil(long nanoTime) throws InterruptedException {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException("The load was interrupted.");
      }
    }
  }
}
