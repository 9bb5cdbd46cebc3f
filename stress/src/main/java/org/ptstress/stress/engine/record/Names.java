package org.ptstress.stress.engine.record;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Memory;
import org.ptstress.stress.engine.hook.Memory.Place;

/**
 * Names locations by the shortest path of fields to their object, without indexes: {@code
 * table.hashLock.nextTicket}. All elements of a linked chain have the same name.
 */
public final class Names {
  /** The offset that stands for the monitor of an object. */
  static final long MONITOR = 0;

  private final Function<Object, @Nullable String> fixed;
  private final Map<String, Object> roots;
  private final IdentityHashMap<Object, Step> steps = new IdentityHashMap<>();
  private final Deque<Object> open = new ArrayDeque<>();
  private final Deque<Object> later = new ArrayDeque<>();
  private final List<Object> accessed = new ArrayList<>();
  private boolean current;

  /** A step on the path to an object. */
  private record Step(String name, @Nullable Object holder, boolean nested) {}

  /**
   * Creates names from some roots.
   *
   * @param roots the roots by the prefix of their fields' names, which may be ""
   * @param fixed the fixed name of an object, or null if its path names it
   */
  public Names(Map<String, Object> roots, Function<Object, @Nullable String> fixed) {
    this.fixed = fixed;
    this.roots = new LinkedHashMap<>(roots);
    begin();
  }

  /**
   * Updates the names after operations have changed the heap. Objects that became unreachable are
   * named from the accessed objects with fixed names.
   *
   * @param operations their records
   */
  public void changed(Recording... operations) {
    accessed.clear();
    for (Recording operation : operations) {
      for (Recording.Event event : operation.events()) {
        if (fixed.apply(event.base()) != null) {
          accessed.add(event.base());
        }
      }
    }
    later.clear();
    later.addAll(accessed);
    current = false;
  }

  private void begin() {
    steps.clear();
    open.clear();
    roots.forEach((name, root) -> reach(root, new Step(fixedOr(name, root), null, false)));
    later.clear();
    later.addAll(accessed);
    current = true;
  }

  /**
   * The name of a location.
   *
   * @param base the object
   * @param offset where in it
   * @return its path
   */
  public String of(Object base, long offset) {
    if (base instanceof Class<?> type) {
      return "static " + type.getSimpleName();
    }
    String object = ofObject(base);
    if (base.getClass().isArray()) {
      return object + "[]";
    }
    return object.isEmpty() ? member(base, offset) : object + "." + member(base, offset);
  }

  private static String member(Object base, long offset) {
    return offset == MONITOR
        ? "monitor"
        : Memory.fields(base.getClass()).stream()
            .filter(place -> place.offset() == offset)
            .map(Place::field)
            .map(Field::getName)
            .findFirst()
            .orElse("at " + offset);
  }

  private String fixedOr(String otherwise, Object object) {
    String name = fixed.apply(object);
    return name == null ? otherwise : name;
  }

  /**
   * The name of an object.
   *
   * @param base the object
   * @return its path
   */
  public String ofObject(Object base) {
    String name = fixed.apply(base);
    if (name != null) {
      return name;
    }
    walkTo(base);
    if (!current && !steps.containsKey(base)) {
      // Known objects keep their names; new ones may hang off visited ones.
      begin();
      walkTo(base);
    }
    Step step = steps.get(base);
    return step == null ? "(" + base.getClass().getSimpleName() + ")" : step.name();
  }

  private void walkTo(Object base) {
    while (!steps.containsKey(base) && !(open.isEmpty() && later.isEmpty())) {
      if (open.isEmpty()) {
        Object root = later.remove();
        reach(root, new Step(fixedOr("", root), null, false));
      } else {
        Object next = open.remove();
        Heap.references(next, (member, to) -> reach(to, step(next, member, to)));
      }
    }
  }

  private void reach(Object object, Step step) {
    if (!steps.containsKey(object)) {
      steps.put(object, step);
      open.add(object);
    }
  }

  private Step step(Object from, String member, Object to) {
    String name = fixed.apply(to);
    if (name != null) {
      return new Step(name, from, false);
    }
    Step before = steps.get(from);
    if (before == null) {
      throw new IllegalStateException("reached from an object that was not");
    }
    Object parent = from.getClass().isArray() ? before.holder() : from;
    if (parent == null || parent.getClass() != to.getClass()) {
      String path = before.name() + member;
      return new Step(path.startsWith(".") ? path.substring(1) : path, from, before.nested());
    }
    Step alike = steps.get(parent);
    boolean direct = parent == from || alike == null || alike.nested();
    return direct && alike != null
        ? new Step(alike.name(), from, alike.nested())
        : new Step(before.name() + member, from, true);
  }
}
