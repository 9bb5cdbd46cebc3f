package org.ptstress.wide;

import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A creator whose id another one took first tries the next: behind the largest id the first one,
 * told by a comparison that is never true of an int at 31 bits.
 */
public final class LoserBehindTheEnd {
  private LoserBehindTheEnd() {}

  /** Compares an int. */
  public static final class Faulty extends Wide {
    /** For the service loader. */
    public Faulty() {
      super(
          "LoserBehindTheEnd",
          "The id behind a taken one is compared with the largest.",
          config -> new Table(config, false));
    }
  }

  /** Masks. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super(
          "LoserBehindTheEndCured",
          "The id behind a taken one is masked.",
          config -> new Table(config, true));
    }
  }

  private static final class Table extends WideTable {
    private final boolean isCured;

    Table(TableConfig config, boolean isCured) {
      super(config);
      this.isCured = isCured;
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      int id = owner.nextTimerIdOpaque() & config.maxId();
      for (long tries = tries(); tries > 0; tries--) {
        if (addAt(owner, timer, id)) {
          owner.setNextTimerIdOpaque((id + 1) & config.maxId());
          return id;
        }
        id = behind(id);
      }
      return -Errno.EAGAIN;
    }

    private int behind(int id) {
      if (isCured) {
        return (id + 1) & config.maxId();
      }
      return id + 1 > config.maxId() ? 0 : id + 1;
    }
  }
}
