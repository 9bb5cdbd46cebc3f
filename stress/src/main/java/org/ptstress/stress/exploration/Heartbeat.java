package org.ptstress.stress.exploration;

import java.util.concurrent.TimeUnit;

/** Reports progress at a limited rate. */
public final class Heartbeat implements Runnable {
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final Runnable beat;
  private long last = System.nanoTime();

  /**
   * Creates a heartbeat.
   *
   * @param beat called at most once a second
   */
  public Heartbeat(Runnable beat) {
    this.beat = beat;
  }

  @Override
  public void run() {
    long now = System.nanoTime();
    if (now - last > PAUSE) {
      last = now;
      beat.run();
    }
  }
}
