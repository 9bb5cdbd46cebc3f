package org.ptstress.stress.engine.record;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ptstress.stress.engine.hook.Memory;

/**
 * Names fields by the class that declares them, whichever object they are in: {@code
 * TicketLock.nextTicket}, {@code KTimer[]}, {@code Object.monitor}.
 */
final class FieldNames {
  private static final ClassValue<Map<Long, String>> INSTANCE =
      new ClassValue<>() {
        @Override
        protected Map<Long, String> computeValue(Class<?> type) {
          Map<Long, String> names = new ConcurrentHashMap<>();
          Memory.fields(type).forEach(place -> names.put(place.offset(), of(place.field())));
          return names;
        }
      };

  private static final ClassValue<Map<Long, String>> STATIC =
      new ClassValue<>() {
        @Override
        protected Map<Long, String> computeValue(Class<?> type) {
          Map<Long, String> names = new ConcurrentHashMap<>();
          Arrays.stream(type.getDeclaredFields())
              .filter(field -> Modifier.isStatic(field.getModifiers()))
              .forEach(field -> names.put(Memory.offset(field), of(field)));
          return names;
        }
      };

  private FieldNames() {}

  /** Of an allocation, the class. */
  static String of(Recording.Event event) {
    Object base = event.base();
    if (event.kind() == Kind.ALLOCATION) {
      return of((Class<?>) base);
    }
    Class<?> type = base instanceof Class<?> declaring ? declaring : base.getClass();
    if (type.isArray()) {
      return of(type);
    }
    if (event.offset() == Names.MONITOR) {
      return of(type) + ".monitor";
    }
    Map<Long, String> fields = (base instanceof Class ? STATIC : INSTANCE).get(type);
    return fields.getOrDefault(event.offset(), of(type) + ".?");
  }

  private static String of(Field field) {
    return of(field.getDeclaringClass()) + "." + field.getName();
  }

  /** Lambda expressions have the name of the class that they are in, and a number that varies. */
  private static String of(Class<?> type) {
    String name = type.getSimpleName();
    int lambda = name.indexOf("$$Lambda");
    return lambda < 0 ? name : name.substring(0, lambda) + " lambda";
  }
}
