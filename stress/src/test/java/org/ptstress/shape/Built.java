package org.ptstress.shape;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Stack;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.timer.KTimer;

/** Tables upon one class of the JDK that locks itself; most lookups wait for a stalled change. */
@SuppressWarnings("JdkObsolete") // what is tested
public abstract class Built extends Shape {
  private Built(String name, Function<TableConfig, TimerTable> factory) {
    super(name, "A table upon a class of the JDK that locks itself.", ofLockingFinds(), factory);
  }

  private record Entry(Key key, KTimer timer) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return key.compareTo(other.key);
    }
  }

  private static final class Entries extends ShapeTable {
    private final Collection<Entry> entries;

    Entries(TableConfig config, Collection<Entry> entries) {
      super(config);
      this.entries = entries;
    }

    @Override
    @Nullable KTimer get(Key key) {
      for (Entry entry : entries.toArray(new Entry[0])) {
        if (entry.key.equals(key)) {
          return entry.timer;
        }
      }
      return null;
    }

    @Override
    synchronized boolean putIfAbsent(Key key, KTimer timer) {
      return get(key) == null && entries.add(new Entry(key, timer));
    }

    @Override
    void remove(Key key) {
      KTimer timer = get(key);
      if (timer != null) {
        entries.remove(new Entry(key, timer));
      }
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      entries.forEach(entry -> action.accept(entry.timer));
    }
  }

  /** Upon a vector. */
  public static final class OfVector extends Built {
    /** For the service loader. */
    public OfVector() {
      super("OfVector", config -> new Entries(config, new Vector<>()));
    }
  }

  /** Upon a stack. */
  public static final class OfStack extends Built {
    /** For the service loader. */
    public OfStack() {
      super("OfStack", config -> new Entries(config, new Stack<>()));
    }
  }

  /** Upon a synchronized view of a map. */
  public static final class OfMap extends Built {
    /** For the service loader. */
    public OfMap() {
      super(
          "OfMap", config -> new MappedTable(config, Collections.synchronizedMap(new HashMap<>())));
    }
  }

  /** Upon a queue in an array. */
  public static final class OfQueue extends Built {
    /** For the service loader. */
    public OfQueue() {
      super("OfQueue", config -> new Entries(config, new ArrayBlockingQueue<>(1 << 17)));
    }
  }

  /** Upon a linked queue. */
  public static final class OfDeque extends Built {
    /** For the service loader. */
    public OfDeque() {
      super("OfDeque", config -> new Entries(config, new LinkedBlockingDeque<>()));
    }
  }

  /** Upon a heap. */
  public static final class OfHeap extends Built {
    /** For the service loader. */
    public OfHeap() {
      super("OfHeap", config -> new Entries(config, new PriorityBlockingQueue<>()));
    }
  }

  /** Upon a hash table of the first JDK. */
  public static final class OfHashtable extends Built {
    /** For the service loader. */
    public OfHashtable() {
      super("OfHashtable", config -> new MappedTable(config, new Hashtable<>()));
    }
  }

  /** A map, with a log of its changes in a buffer of characters. */
  public static final class OfBuffer extends Built {
    /** For the service loader. */
    public OfBuffer() {
      super("OfBuffer", config -> new Logged(config, new StringBuffer()::append));
    }
  }

  /** A map, with a log of its changes in a stream of bytes. */
  public static final class OfStream extends Built {
    /** For the service loader. */
    public OfStream() {
      super("OfStream", config -> new Logged(config, new ByteArrayOutputStream()::write));
    }
  }

  private static final class Logged extends ShapeTable {
    private final ConcurrentHashMap<Key, KTimer> timers = new ConcurrentHashMap<>();
    private final IntConsumer log;

    Logged(TableConfig config, IntConsumer log) {
      super(config);
      this.log = log;
    }

    @Override
    @Nullable KTimer get(Key key) {
      return timers.get(key);
    }

    @Override
    boolean putIfAbsent(Key key, KTimer timer) {
      log.accept('+');
      return timers.putIfAbsent(key, timer) == null;
    }

    @Override
    void remove(Key key) {
      log.accept('-');
      timers.remove(key);
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(action);
    }
  }
}
