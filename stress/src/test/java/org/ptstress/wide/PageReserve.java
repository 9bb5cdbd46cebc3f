package org.ptstress.wide;

import java.util.Arrays;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.Claim;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.NotValidBit;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * Lock-free slots in pages for each process. Pages behind the first come from a reserve of all
 * processes, under a lock.
 */
public final class PageReserve {
  private static final Promises PROMISES =
      Promises.allHold()
          .doesNotApply(Claim.EVEN_BUCKETS, "There are no buckets.")
          .doesNotApply(Claim.WRAPS_TO_ZERO, "The lowest free id is next.")
          .doesNotApply(Claim.EXACT_RESTORE, "It has no exact ids.")
          .broken(Claim.AS_GOOD_AS_BEFORE, "A lookup loads more than one in an idr.");

  private PageReserve() {}

  /** Pages of eight slots. */
  public static final class Of8 extends Pages {
    /** For the service loader. */
    public Of8() {
      super("PageReserveOf8", 8, true);
    }
  }

  /** Pages of fifty slots. */
  public static final class Of50 extends Pages {
    /** For the service loader. */
    public Of50() {
      super("PageReserveOf50", 50, true);
    }
  }

  /** Pages of sixty-four slots. */
  public static final class Of64 extends Pages {
    /** For the service loader. */
    public Of64() {
      super("PageReserveOf64", 64, true);
    }
  }

  /** Allocates its own pages. */
  public static final class Cured extends Pages {
    /** For the service loader. */
    public Cured() {
      super("PageReserveCured", 8, false);
    }
  }

  private abstract static class Pages extends CatalogueEntry {
    Pages(String name, int slots, boolean locks) {
      super(
          name,
          "a test",
          "Pages from a reserve.",
          IdPolicy.ANY_FREE,
          PROMISES,
          (config, rcu) -> new Table(config, slots, locks));
    }
  }

  private static final class Own {
    volatile AtomicReferenceArray<KTimer>[] pages;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    Own(int slots) {
      this.pages = new AtomicReferenceArray[] {new AtomicReferenceArray<KTimer>(slots)};
    }

    synchronized void add(AtomicReferenceArray<KTimer> page) {
      AtomicReferenceArray<KTimer>[] more = Arrays.copyOf(pages, pages.length + 1);
      more[pages.length] = page;
      pages = more;
    }
  }

  private static final class Table implements TimerTable {
    private final TableConfig config;
    private final SpinLock reserve;
    private final int slots;
    private final boolean locks;
    private final ConcurrentSkipListMap<Long, Own> all = new ConcurrentSkipListMap<>();

    Table(TableConfig config, int slots, boolean locks) {
      this.config = config;
      this.reserve = config.locks().newLock();
      this.slots = slots;
      this.locks = locks;
    }

    private Own of(Process owner) {
      Object attached = owner.attachment();
      if (attached != null) {
        return (Own) attached;
      }
      Own own = (Own) owner.attachIfAbsent(new Own(slots));
      all.put(owner.address(), own);
      return own;
    }

    private AtomicReferenceArray<KTimer> newPage() {
      if (!locks) {
        return new AtomicReferenceArray<>(slots);
      }
      reserve.lock();
      try {
        return new AtomicReferenceArray<>(slots);
      } finally {
        reserve.unlock();
      }
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      Own own = of(owner);
      NotValidBit.mark(owner, timer);
      while (true) {
        AtomicReferenceArray<KTimer>[] pages = own.pages;
        for (int id = 0; id < pages.length * slots && id <= config.maxId(); id++) {
          AtomicReferenceArray<KTimer> page = pages[id / slots];
          if (page.get(id % slots) == null) {
            timer.setId(id);
            if (page.compareAndSet(id % slots, null, timer)) {
              return id;
            }
          }
        }
        if ((long) pages.length * slots >= config.idCount()) {
          return -Errno.EAGAIN;
        }
        own.add(newPage());
      }
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      Own own = (Own) owner.attachment();
      AtomicReferenceArray<KTimer>[] pages = own == null ? null : own.pages;
      if (pages == null || id < 0 || id / slots >= pages.length) {
        return null;
      }
      KTimer timer = pages[id / slots].get(id % slots);
      return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      of(owner).pages[timer.id() / slots].set(timer.id() % slots, null);
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (Own own : all.values()) {
        for (AtomicReferenceArray<KTimer> page : own.pages) {
          for (int i = 0; i < slots; i++) {
            KTimer timer = page.get(i);
            if (timer != null) {
              action.accept(timer);
            }
          }
        }
      }
    }

    @Override
    public void invalidate(Process owner, KTimer timer) {
      NotValidBit.invalidate(owner, timer);
    }

    @Override
    public void publish(Process owner, KTimer timer) {
      NotValidBit.publish(owner, timer);
    }
  }
}
