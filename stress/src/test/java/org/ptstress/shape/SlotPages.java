package org.ptstress.shape;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;

/** Pages of 64 slots with a bitmap of those that are taken. */
public final class SlotPages extends Shape {
  private static final int BITS = 6;

  /** For the service loader. */
  public SlotPages() {
    super("SlotPages", "Pages of slots with a bitmap each.", basics(), Table::new);
  }

  private static final class Page {
    final AtomicLong taken = new AtomicLong();
    final AtomicReferenceArray<@Nullable KTimer> slots = new AtomicReferenceArray<>(1 << BITS);
  }

  private static final class Table extends ShapeTable {
    private final ConcurrentHashMap<Key, Page> pages = new ConcurrentHashMap<>();

    Table(TableConfig config) {
      super(config);
    }

    private static Key page(Key key) {
      return new Key(key.owner(), key.id() >> BITS);
    }

    private static int slot(Key key) {
      return key.id() & ((1 << BITS) - 1);
    }

    @Override
    @Nullable KTimer get(Key key) {
      Page page = pages.get(page(key));
      return page == null ? null : page.slots.get(slot(key));
    }

    @Override
    boolean putIfAbsent(Key key, KTimer timer) {
      Page page = pages.computeIfAbsent(page(key), each -> new Page());
      long bit = 1L << slot(key);
      long taken = page.taken.get();
      while ((taken & bit) == 0) {
        if (page.taken.compareAndSet(taken, taken | bit)) {
          page.slots.set(slot(key), timer);
          return true;
        }
        taken = page.taken.get();
      }
      return false;
    }

    @Override
    void remove(Key key) {
      Page page = pages.get(page(key));
      if (page == null) {
        return;
      }
      page.slots.set(slot(key), null);
      long bit = 1L << slot(key);
      long taken = page.taken.get();
      while (!page.taken.compareAndSet(taken, taken & ~bit)) {
        taken = page.taken.get();
      }
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (Page page : pages.values()) {
        for (int i = 0; i < page.slots.length(); i++) {
          KTimer timer = page.slots.get(i);
          if (timer != null) {
            action.accept(timer);
          }
        }
      }
    }
  }
}
