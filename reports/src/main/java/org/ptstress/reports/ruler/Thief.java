package org.ptstress.reports.ruler;

import java.util.SplittableRandom;

/**
 * Keeps one CPU busy half of the time, as other programs on a shared machine do: turns of 25 s on
 * average, exponentially distributed, alternate with pauses of the same kind.
 */
public final class Thief {
  private static final double MEAN_NANOS = 25e9;
  private static final long PAUSE_MILLIS = 10;

  private final SplittableRandom random = new SplittableRandom(2012);
  private final Thread thread = new Thread(this::steal, "thief");

  /** Prepares to steal. */
  public Thief() {
    thread.setDaemon(true);
  }

  /** Starts to steal. */
  public void start() {
    thread.start();
  }

  private void steal() {
    try {
      while (true) {
        long end = System.nanoTime() + turn();
        while (System.nanoTime() < end) {
          if (Thread.interrupted()) {
            return;
          }
        }
        long pauseEnd = System.nanoTime() + turn();
        while (System.nanoTime() < pauseEnd) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long turn() {
    return (long) (-MEAN_NANOS * Math.log(1 - random.nextDouble()));
  }

  /** Ends it, if it was started. */
  public void stop() {
    thread.interrupt();
  }
}
