package org.ptstress.wide;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A timer has a place, whose number has 12 bits: 4,097 timers share one. */
public final class PlaceIn12Bits {
  private PlaceIn12Bits() {}

  /** Numbers places in 12 bits. */
  public static final class Faulty extends Wide {
    /** For the service loader. */
    public Faulty() {
      super("PlaceIn12Bits", "Places have 12 bits.", config -> new Table(config, 0xfff));
    }
  }

  /** Numbers places in 31 bits. */
  public static final class Cured extends Wide {
    /** For the service loader. */
    public Cured() {
      super(
          "PlaceIn12BitsCured",
          "Places have 31 bits.",
          config -> new Table(config, Integer.MAX_VALUE));
    }
  }

  private static final class Table extends AtomicCounterTable {
    private record Key(long owner, int id) {}

    private final ConcurrentHashMap<Key, Integer> places = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, KTimer> timers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<Integer> free = new ConcurrentLinkedDeque<>();
    private final AtomicInteger unused = new AtomicInteger();
    private final int mask;

    Table(TableConfig config, int mask) {
      super(config);
      this.mask = mask;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      Key key = new Key(owner.address(), id);
      if (places.containsKey(key)) {
        return false;
      }
      identify(owner, timer, id);
      Integer given = free.pollLast();
      int place = given != null ? given : unused.getAndIncrement() & mask;
      timers.put(place, timer);
      if (places.putIfAbsent(key, place) == null) {
        return true;
      }
      timers.remove(place);
      free.addLast(place);
      return false;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      Integer place = places.get(new Key(owner.address(), id));
      KTimer timer = place == null ? null : timers.get(place);
      return timer != null && timer.signalAcquire() == owner.address() && timer.id() == id
          ? timer
          : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      Integer place = places.remove(new Key(owner.address(), timer.id()));
      if (place != null) {
        timers.remove(place, timer);
        free.addLast(place);
      }
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(action);
    }
  }
}
