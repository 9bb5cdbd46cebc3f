package org.ptstress.model.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs tasks in threads that start together, and fails if one of them does not end. */
public final class InParallel {
  private static final int LIMIT_SECONDS = 60;

  private InParallel() {}

  /**
   * Runs tasks side by side.
   *
   * @param tasks what each thread does
   * @return their results in the order of the tasks
   * @throws Exception what a task threw, or a CancellationException if one did not end
   */
  public static <T> List<T> run(List<Callable<T>> tasks) throws Exception {
    ExecutorService executor =
        Executors.newFixedThreadPool(
            tasks.size(),
            runnable -> {
              Thread thread = new Thread(runnable, "in-parallel");
              // A thread that spins for ever must not keep the JVM of the tests alive.
              thread.setDaemon(true);
              return thread;
            });
    try {
      CyclicBarrier start = new CyclicBarrier(tasks.size());
      List<Callable<T>> together = new ArrayList<>();
      for (Callable<T> task : tasks) {
        together.add(
            () -> {
              start.await();
              return task.call();
            });
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(together, LIMIT_SECONDS, TimeUnit.SECONDS)) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}
