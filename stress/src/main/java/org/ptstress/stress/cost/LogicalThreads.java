package org.ptstress.stress.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ptstress.stress.engine.hook.Clock;
import org.ptstress.stress.engine.hook.Hook;
import org.ptstress.stress.engine.hook.Identities;
import org.ptstress.stress.engine.hook.Memory;

/** Two threads that run alternately, so that only thread-specific state differs. */
final class LogicalThreads implements AutoCloseable {
  private final List<ExecutorService> threads = new ArrayList<>();

  LogicalThreads() {
    for (int i = 1; i <= 2; i++) {
      String name = Hook.LOGICAL + i;
      threads.add(
          Executors.newSingleThreadExecutor(
              task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
              }));
    }
  }

  /** Resets the random numbers, identity hashes and clocks of both threads to a fixed state. */
  void seed() {
    Clock.reset();
    Identities.restart();
    first(() -> Memory.seed(1));
    second(() -> Memory.seed(2));
  }

  void first(Runnable action) {
    run(0, action);
  }

  void second(Runnable action) {
    run(1, action);
  }

  private void run(int thread, Runnable action) {
    try {
      threads.get(thread).submit(action).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while an operation was recorded.", e);
    }
  }

  @Override
  public void close() {
    threads.forEach(ExecutorService::shutdown);
  }
}
