package org.ptstress.wide;

import java.util.concurrent.Semaphore;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A process has places for a thousand timers, and its next create is told that no id is free. Only
 * with fewer ids than places that is so.
 */
public final class FewPlaces {
  private static final int PLACES = 1_000;

  private FewPlaces() {}

  /** Has a thousand places. */
  public static final class Faulty extends Wide {
    /** For the service loader. */
    public Faulty() {
      super(
          "FewPlaces",
          "A process has places for a thousand timers.",
          config -> new Table(config, PLACES));
    }
  }

  /** Has places enough. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super(
          "FewPlacesCured",
          "A process has a place for each id.",
          config -> new Table(config, Integer.MAX_VALUE));
    }
  }

  private static final class Table extends WideTable {
    private final int places;

    Table(TableConfig config, int places) {
      super(config);
      this.places = places;
    }

    private Semaphore placesOf(Process owner) {
      Object attached = owner.attachment();
      return (Semaphore)
          (attached != null ? attached : owner.attachIfAbsent(new Semaphore(places)));
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      if (!placesOf(owner).tryAcquire()) {
        return -Errno.EAGAIN;
      }
      return kept(owner, super.insert(owner, timer));
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      if (!placesOf(owner).tryAcquire()) {
        return -Errno.EAGAIN;
      }
      return kept(owner, super.insertAt(owner, timer, id));
    }

    /** Gives the place back that an error does not need. */
    private int kept(Process owner, int result) {
      if (result < 0) {
        placesOf(owner).release();
      }
      return result;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      super.remove(owner, timer);
      placesOf(owner).release();
    }
  }
}
