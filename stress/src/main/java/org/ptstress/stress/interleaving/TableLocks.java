package org.ptstress.stress.interleaving;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerSlab;

/**
 * What a thread can hold of a table: its spinlocks, the locks of the JDK that it refers to, and
 * everything that has a monitor. Locks that a design has built of fields of its own are not among
 * them.
 */
final class TableLocks {
  /** More than any table of the catalogue has; each takes about 0.1 ms to try. */
  private static final int MOST = 4_096;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();

  private TableLocks() {}

  /** The objects, the nearest to the table first. */
  static List<Object> of(TimerTable table) {
    TableLocks locks = new TableLocks();
    locks.note(table);
    List<Object> found = new ArrayList<>();
    for (Object next = locks.open.poll();
        next != null && found.size() < MOST;
        next = locks.open.poll()) {
      found.add(next);
      locks.expand(next);
    }
    return found;
  }

  /** Does something while this thread holds an object. */
  static void holding(Object object, Runnable body) {
    if (object instanceof SpinLock lock) {
      holding(lock::lock, lock::unlock, body);
    } else if (object instanceof Lock lock) {
      holding(lock::lock, lock::unlock, body);
    } else if (object instanceof ReadWriteLock lock) {
      holding(lock.writeLock(), body);
    } else if (object instanceof StampedLock lock) {
      holding(lock.asWriteLock(), body);
    } else {
      synchronized (object) {
        body.run();
      }
    }
  }

  private static void holding(Runnable lock, Runnable unlock, Runnable body) {
    lock.run();
    try {
      body.run();
    } finally {
      unlock.run();
    }
  }

  private void expand(Object object) {
    Class<?> type = object.getClass();
    if (object instanceof Object[] array) {
      for (@Nullable Object element : array) {
        note(element);
      }
    } else if (!type.getName().startsWith("java.")) {
      expandFields(object, type);
    } else if (object instanceof Collection<?> elements) {
      elements.forEach(this::note);
    } else if (object instanceof Map<?, ?> map) {
      map.values().forEach(this::note);
    } else if (object instanceof AtomicReference<?> reference) {
      note(reference.get());
    } else if (object instanceof AtomicReferenceArray<?> array) {
      for (int i = 0; i < array.length(); i++) {
        note(array.get(i));
      }
    }
  }

  private void expandFields(Object object, Class<?> type) {
    for (Class<?> part = type; part != null && part != Object.class; part = part.getSuperclass()) {
      for (Field field : part.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !field.getType().isPrimitive()
            && field.trySetAccessible()) {
          try {
            note(field.get(object));
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
  }

  private void note(@Nullable Object object) {
    if (object != null && isOfTable(object) && seen.add(object)) {
      open.add(object);
    }
  }

  /** Not what belongs to the harness or to the JVM: others need it while it would be held. */
  private static boolean isOfTable(Object object) {
    return !(object instanceof KTimer
        || object instanceof Process
        || object instanceof TimerSlab
        || object instanceof Rcu
        || object instanceof Class
        || object instanceof String
        || object instanceof Number
        || object instanceof Enum
        || object instanceof Thread
        || object instanceof ThreadLocal
        || object instanceof ClassLoader
        || (object.getClass().isArray() && object.getClass().getComponentType().isPrimitive()));
  }
}
