package org.ptstress.stress.order;

import org.ptstress.run.process.ProgressListener;

/** Aggregates the progress of several children. */
final class OrderProgress {
  private final ProgressListener listener;
  private int unknown;
  private int places;
  private int done;

  /**
   * Creates an aggregate.
   *
   * @param listener receives it
   * @param shares how many shares there are, each of which is to say how many places it has
   */
  OrderProgress(ProgressListener listener, int shares) {
    this.listener = listener;
    this.unknown = shares;
  }

  synchronized void found(int more) {
    unknown--;
    places += more;
  }

  /** Shares with unknown places count as one place each. */
  synchronized void ended(String design) {
    done++;
    listener.progress(done, places + unknown, design);
  }
}
