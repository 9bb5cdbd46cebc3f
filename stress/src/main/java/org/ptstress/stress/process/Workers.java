package org.ptstress.stress.process;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Some work done side by side. */
public final class Workers {
  private Workers() {}

  /**
   * Runs every part in a thread of its own and waits for all.
   *
   * @param parts the parts, at least one
   * @throws IOException if a part fails with it; the others run to their end
   * @throws InterruptedException if this thread is interrupted; the parts are, too, and have ended
   */
  public static void run(List<? extends Callable<?>> parts)
      throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(parts.size());
    try {
      for (Future<?> part :
          threads.invokeAll(parts.stream().<Callable<Object>>map(part -> part::call).toList())) {
        part.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("Work beside other work failed.", e.getCause());
    } finally {
      threads.shutdownNow();
      awaitEnd(threads);
    }
  }

  /** What was interrupted kills its children, and is not given up before it has. */
  private static void awaitEnd(ExecutorService threads) {
    boolean interrupted = Thread.interrupted();
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
