package org.ptstress.wild;

import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wild.Epochs.Section;

/**
 * Reclamation by epochs in which who lags behind stamps a removal with its own epoch
 * (microsoft/ebpf-for-windows 4920).
 *
 * <p>A remover is in a section of epoch e. A finder moves the epoch on, pins e + 1, and finds the
 * timer. The remover unlinks it and stamps it with e: the finder keeps nobody from epoch e + 2, in
 * which its timer is freed and used again. The cure is a stamp that is not older than any reader:
 * the epoch of now, read behind the removal.
 */
public final class LaggingStamp {
  private static final String ORIGIN = "microsoft/ebpf-for-windows 4920";

  private LaggingStamp() {}

  /** Stamps with the epoch of its section. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "LaggingStamp",
          ORIGIN,
          "Reclamation by epochs; a removal has the stamp of the remover's section.",
          EpochTable.PROMISES,
          config ->
              new Table(config) {
                @Override
                long stamp(KTimer timer) {
                  return timer.keyAcquire();
                }
              });
    }
  }

  /** Stamps with the epoch of now. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "LaggingStampCured",
          ORIGIN,
          "Reclamation by epochs; a removal has the stamp of the epoch behind it.",
          EpochTable.PROMISES,
          Table::new);
    }
  }

  private static class Table extends EpochTable {
    Table(TableConfig config) {
      super(config, true);
    }

    /** The timer's word for its key, which nothing reads here, keeps the epoch of the section. */
    @Override
    public void remove(Process owner, KTimer timer) {
      Section section = epochs.enter();
      try {
        super.remove(owner, timer);
        timer.setKey(section.epoch());
      } finally {
        epochs.leave(section);
      }
    }
  }
}
