package org.ptstress.stress.engine.record;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ptstress.stress.engine.hook.Memory;

/**
 * Names fields by the class that declares them, whichever object they are in: {@code
 * TicketLock.nextTicket}, {@code KTimer[]}, {@code Object.monitor}.
 */
final class FieldNames {
  private static final ClassValue<FieldNames> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected FieldNames computeValue(Class<?> type) {
          return new FieldNames(type);
        }
      };

  private final String type;
  private final String monitor;
  private final String unknown;
  private final Map<Long, String> fields = new HashMap<>();
  private final Map<Long, String> statics = new HashMap<>();

  private FieldNames(Class<?> type) {
    this.type = simpleName(type);
    this.monitor = this.type + ".monitor";
    this.unknown = this.type + ".?";
    if (type.isArray()) {
      return;
    }
    Memory.fields(type).forEach(place -> fields.put(place.offset(), of(place.field())));
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .forEach(field -> statics.put(Memory.offset(field), of(field)));
  }

  /** The name of an event's field; of an allocation, the class. */
  static String of(Recording.Event event) {
    Object base = event.base();
    boolean ofClass = base instanceof Class;
    Class<?> type = base instanceof Class<?> declaring ? declaring : base.getClass();
    FieldNames names = OF_CLASS.get(type);
    if (event.kind() == Kind.ALLOCATION || type.isArray()) {
      return names.type;
    }
    if (event.offset() == Names.MONITOR) {
      return names.monitor;
    }
    return (ofClass ? names.statics : names.fields).getOrDefault(event.offset(), names.unknown);
  }

  private static String of(Field field) {
    return simpleName(field.getDeclaringClass()) + "." + field.getName();
  }

  /** The simple name; for a lambda expression that of its class, without the varying number. */
  private static String simpleName(Class<?> type) {
    String name = type.getSimpleName();
    int lambda = name.indexOf("$$Lambda");
    return lambda < 0 ? name : name.substring(0, lambda) + " lambda";
  }
}
