package org.ptstress.bench;

import java.util.List;
import java.util.stream.Stream;

/** Threads that keep every CPU busy, so that nobody beside them has all. */
final class Thieves implements AutoCloseable {
  private final List<Thread> threads;

  /** Two for each CPU. */
  Thieves() {
    threads =
        Stream.generate(() -> new Thread(Thieves::steal, "thief"))
            .limit(2L * Runtime.getRuntime().availableProcessors())
            .toList();
    threads.forEach(
        thread -> {
          thread.setDaemon(true);
          thread.start();
        });
  }

  private static void steal() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
