package org.ptstress.wide;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A restore reserves its id for as long as it takes. Who meets a reservation compares two boxed
 * ids, which are one object up to 127 only.
 */
public final class BoxedReservation {
  private BoxedReservation() {}

  /** Compares objects. */
  public static final class Faulty extends Wide {
    /** For the service loader. */
    @SuppressWarnings({"BoxedPrimitiveEquality", "ReferenceEquality"}) // the mistake
    public Faulty() {
      super(
          "BoxedReservation",
          "Restores compare boxed ids as objects.",
          config -> new Table(config, (one, other) -> one == other));
    }
  }

  /** Compares values. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super(
          "BoxedReservationCured",
          "Restores compare boxed ids by value.",
          config -> new Table(config, Integer::equals));
    }
  }

  private static final class Table extends WideTable {
    private final ConcurrentHashMap<Long, Integer> reserved = new ConcurrentHashMap<>();
    private final BiPredicate<Integer, Integer> same;

    Table(TableConfig config, BiPredicate<Integer, Integer> same) {
      super(config);
      this.same = same;
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      Integer wanted = id;
      Integer other = reserved.putIfAbsent(owner.address(), wanted);
      if (other != null && same.test(other, wanted)) {
        return -Errno.EBUSY;
      }
      boolean isFree = !timers.containsKey(key(owner, id));
      if (isFree) {
        identify(owner, timer, id);
        timers.put(key(owner, id), timer);
        owner.setNextTimerIdOpaque(id + 1);
      }
      if (other == null) {
        reserved.remove(owner.address());
      }
      return isFree ? id : -Errno.EBUSY;
    }
  }
}
