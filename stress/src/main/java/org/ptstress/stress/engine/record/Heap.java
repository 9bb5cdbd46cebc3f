package org.ptstress.stress.engine.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Cell;
import org.ptstress.stress.engine.hook.Memory;
import org.ptstress.stress.engine.hook.Memory.Elements;
import org.ptstress.stress.engine.hook.Memory.Place;

/** The references of an object. */
final class Heap {
  private Heap() {}

  /** Visits the non-null references of an object: the name of the field, and the target. */
  static void references(Object from, BiConsumer<String, Object> visitor) {
    if (from instanceof Object[] array) {
      for (@Nullable Object element : array) {
        visit("[]", element, visitor);
      }
    } else if (!from.getClass().isArray()) {
      for (Place place : Memory.fields(from.getClass())) {
        if (place.cell() == Cell.REFERENCE) {
          String name = "." + place.field().getName();
          visit(name, place.cell().get(from, place.offset()), visitor);
        }
      }
    }
  }

  private static void visit(String name, @Nullable Object to, BiConsumer<String, Object> visitor) {
    if (to != null && isData(to)) {
      visitor.accept(name, to);
    }
  }

  /** Whether an object is data; objects of the JVM are not, because they reach everything. */
  private static boolean isData(Object object) {
    return !(object instanceof Class
        || object instanceof String
        || object instanceof Enum
        || object instanceof Thread
        || object instanceof ThreadLocal
        || object instanceof ClassLoader
        || object instanceof MethodHandle
        || object instanceof VarHandle
        || object.getClass().isHidden());
  }

  /** All objects reachable from some roots. */
  static Set<Object> reachable(Collection<Object> roots) {
    Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      Object next = open.remove();
      if (reached.add(next)) {
        references(next, (name, to) -> open.add(to));
      }
    }
    return reached;
  }

  /** The type of a value of an object, by its index in {@link #offsets}. */
  static Cell cell(Object object, int index) {
    return object.getClass().isArray()
        ? Memory.elements(object.getClass()).cell()
        : Memory.fields(object.getClass()).get(index).cell();
  }

  /** The locations of the values of an object. */
  static long[] offsets(Object object) {
    if (!object.getClass().isArray()) {
      return Memory.fields(object.getClass()).stream().mapToLong(Place::offset).toArray();
    }
    Elements elements = Memory.elements(object.getClass());
    long[] offsets = new long[Array.getLength(object)];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = elements.offset(i);
    }
    return offsets;
  }

  /** The values of an object, in the order of {@link #offsets}. */
  static @Nullable Object[] values(Object object, long[] offsets) {
    @Nullable Object[] values = new @Nullable Object[offsets.length];
    if (object.getClass().isArray()) {
      Cell cell = Memory.elements(object.getClass()).cell();
      for (int i = 0; i < values.length; i++) {
        values[i] = cell.get(object, offsets[i]);
      }
    } else {
      int i = 0;
      for (Place place : Memory.fields(object.getClass())) {
        values[i++] = place.cell().get(object, place.offset());
      }
    }
    return values;
  }
}
