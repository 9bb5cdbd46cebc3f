package org.ptstress.reports.phase;

import java.time.Duration;
import org.ptstress.run.process.ProcessTree;

/**
 * Ends a run well when the JVM is told to stop (Ctrl-C, SIGTERM): the working thread is
 * interrupted, and no child process outlives this one. The run folder stays as it is, marked
 * incomplete.
 */
public final class Interrupts {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Thread hook;

  private Interrupts(Thread hook) {
    this.hook = hook;
  }

  /** Watches over a thread until it is closed. */
  public static Interrupts of(Thread worker) {
    Thread hook =
        new Thread(
            () -> {
              worker.interrupt();
              ProcessTree.killDescendants();
              try {
                worker.join(PATIENCE.toMillis());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              // Children that the worker may have started before it saw the interrupt.
              ProcessTree.killDescendants();
            },
            "end of run");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interrupts(hook);
  }

  /** Ends the watch. */
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already shutting down, and the hook runs.
    }
  }
}
