package org.ptstress.wild;

import java.lang.invoke.VarHandle;
import org.ptstress.model.timer.KTimer;

/**
 * Reclamation by epochs in which a retirer reads the epoch, and then fences
 * (crossbeam-rs/crossbeam-epoch 53).
 *
 * <p>The retirer unlinks, reads epoch e, and sleeps. A reader moves the epoch on and pins e + 1; it
 * still reads the old link, because nothing has ordered it. The retirer fences and retires in e;
 * the reader keeps nobody from epoch e + 2, in which its timer is freed. The cure fences first: a
 * reader that is pinned behind the epoch then sees the removal. Only weak memory shows it.
 */
public final class LateFence {
  private static final String ORIGIN = "crossbeam-rs/crossbeam-epoch 53";

  private LateFence() {}

  /** Reads the epoch, then fences. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "LateFence",
          ORIGIN,
          "Reclamation by epochs; who retires reads the epoch, then fences.",
          EpochTable.PROMISES,
          config ->
              new EpochTable(config, true) {
                @Override
                long stamp(KTimer timer) {
                  long epoch = epochs.epochOpaque();
                  VarHandle.fullFence();
                  return epoch;
                }
              });
    }
  }

  /** Fences, then reads the epoch. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "LateFenceCured",
          ORIGIN,
          "Reclamation by epochs; who retires fences, then reads the epoch.",
          EpochTable.PROMISES,
          config -> new EpochTable(config, true));
    }
  }
}
