package org.ptstress.bench.fork;

import java.util.List;
import java.util.stream.Stream;

/** Threads that keep every CPU busy. */
final class BusyThreads implements AutoCloseable {
  private final List<Thread> threads;

  /** Two for each CPU. */
  BusyThreads() {
    threads =
        Stream.generate(() -> new Thread(BusyThreads::spin, "busy"))
            .limit(2L * Runtime.getRuntime().availableProcessors())
            .toList();
    threads.forEach(
        thread -> {
          thread.setDaemon(true);
          thread.start();
        });
  }

  private static void spin() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
