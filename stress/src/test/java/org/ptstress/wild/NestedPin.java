package org.ptstress.wild;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.HashNode;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wild.Epochs.Section;

/**
 * Reclamation by epochs in which a nested pin moves the pin of the outer section
 * (crossbeam-rs/crossbeam 105). Here a walk pins again for each timer that it looks at.
 *
 * <p>A reader pins e and gets to a timer. A delete retires that in e and moves the epoch on. The
 * reader pins again, now at e + 1, and so keeps nobody from epoch e + 2: the next delete frees the
 * timer under it. The cure: only the outermost section pins.
 */
public final class NestedPin {
  private static final String ORIGIN = "crossbeam-rs/crossbeam 105";

  private NestedPin() {}

  /** Pins again. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "NestedPin",
          ORIGIN,
          "Reclamation by epochs; a nested section pins the epoch of now.",
          EpochTable.PROMISES,
          config -> new Table(config, true));
    }
  }

  /** Pins once. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "NestedPinCured",
          ORIGIN,
          "Reclamation by epochs; only the outermost section pins.",
          EpochTable.PROMISES,
          config -> new Table(config, false));
    }
  }

  private static final class Table extends EpochTable {
    private final boolean pinsAgain;

    Table(TableConfig config, boolean pinsAgain) {
      super(config, false);
      this.pinsAgain = pinsAgain;
    }

    @Override
    @Nullable KTimer find(Section section, Process owner, int id) {
      if (id < 0 || id > config.maxId()) {
        return null;
      }
      int steps = 0;
      HashNode node = head(heads(), owner.address(), id).firstRcu();
      for (; node != null; node = node.nextRcu()) {
        if (Checked.ON && Checked.endsWalk(node, ++steps)) {
          break;
        }
        if (isAt(section, (KTimer) node, owner, id)) {
          return (KTimer) node;
        }
      }
      return null;
    }

    /** Whether a timer can be found at an id, in a section of its own. */
    private boolean isAt(Section section, KTimer timer, Process owner, int id) {
      epochs.enterAgain(section);
      try {
        if (pinsAgain) {
          epochs.repin(section);
        }
        return timer.signalOpaque() == owner.address() && timer.id() == id;
      } finally {
        epochs.leave(section);
      }
    }
  }
}
