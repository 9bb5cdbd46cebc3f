package org.ptstress.wild;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.NotValidBit;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A bitmap of the ids used in the current window, cleared by whoever sees that a new window begins
 * (appform-io/ranger 101).
 *
 * <p>Two creators see the last window full. One opens the next and takes an id in it; the other,
 * late, opens the same window once more and clears the bit: it takes the same id. The cure never
 * moves backwards: a window is opened once, by a compare-and-set.
 *
 * <p>Ids that were used a lap before are known by the map of the timers. So that a creator of that
 * lap is not met half way, the first window of a lap waits until no create of the process is under
 * way.
 */
public final class WindowSetBack {
  private static final String ORIGIN = "appform-io/ranger 101";
  private static final Promises PROMISES =
      Wild.basics()
          .broken(
              Claim.EAGAIN_ONLY_WHEN_FULL,
              "Other threads can take the windows past every free id during the search.")
          .broken(Claim.CREATE_INDEPENDENT, "Two processes may share a bin of the map.")
          .doesNotApply(Claim.EXACT_RESTORE, "It has no exact ids.");

  private WindowSetBack() {}

  /** Clears the window that it opens, whoever has opened it before. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "WindowSetBack",
          ORIGIN,
          "Ids from the bitmap of a window, which whoever sees a new one clears.",
          PROMISES,
          config -> new Table(config, false));
    }
  }

  /** Opens each window once. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "WindowSetBackCured",
          ORIGIN,
          "Ids from the bitmap of a window, which is opened once.",
          PROMISES,
          config -> new Table(config, true));
    }
  }

  /** The windows of a process. */
  private static final class Windows {
    /** A bit for each id of the current window that was used, and above them its number. */
    final AtomicLong used = new AtomicLong();

    /** How many creates are between taking an id and hashing it. */
    final AtomicInteger underWay = new AtomicInteger();
  }

  private static final class Table extends MarkedTable {
    /** The widest window, so that its bits and its number fit in one word. */
    private static final int WIDEST = 16;

    private final TableConfig config;
    private final boolean opensOnce;
    private final int width;
    private final ConcurrentHashMap<Key, KTimer> timers = new ConcurrentHashMap<>();

    Table(TableConfig config, boolean opensOnce) {
      this.config = config;
      this.opensOnce = opensOnce;
      this.width = (int) Math.min(config.idCount(), Math.min(WIDEST, config.buckets()));
    }

    private static Windows windows(Process owner) {
      Windows windows = (Windows) owner.attachment();
      return windows != null ? windows : (Windows) owner.attachIfAbsent(new Windows());
    }

    private long full() {
      return (1L << width) - 1;
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      Windows windows = windows(owner);
      for (long tries = config.idCount(); tries > 0; tries--) {
        int id = next(windows);
        boolean free = !timers.containsKey(Key.of(owner, id));
        if (free) {
          timer.setId(id);
          NotValidBit.mark(owner, timer);
          timers.put(Key.of(owner, id), timer);
        }
        windows.underWay.getAndDecrement();
        if (free) {
          return id;
        }
      }
      return -Errno.EAGAIN;
    }

    /** Takes the next id that was not used in its window; its create is under way then. */
    private int next(Windows windows) {
      while (true) {
        long used = windows.used.get();
        long number = used >>> width;
        if ((used & full()) == full()) {
          open(windows, number + 1);
          continue;
        }
        windows.underWay.getAndIncrement();
        int bit = Long.numberOfTrailingZeros(~used);
        if (windows.used.compareAndSet(used, used | (1L << bit))) {
          return (int) (number * width + bit) & config.maxId();
        }
        windows.underWay.getAndDecrement();
      }
    }

    private void open(Windows windows, long number) {
      boolean lap = ((number * width) & config.maxId()) == 0;
      while (lap && windows.underWay.get() != 0 && windows.used.get() >>> width < number) {
        Thread.onSpinWait();
      }
      if (opensOnce) {
        windows.used.compareAndSet(((number - 1) << width) | full(), number << width);
      } else if (windows.used.get() >>> width < number) {
        windows.used.set(number << width);
      }
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer timer = timers.get(Key.of(owner, id));
      return timer != null && timer.signalOpaque() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      timers.remove(Key.of(owner, timer.id()), timer);
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(action);
    }
  }
}
