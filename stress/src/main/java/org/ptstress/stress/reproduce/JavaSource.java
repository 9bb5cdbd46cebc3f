package org.ptstress.stress.reproduce;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ptstress.model.spec.Actor;

/** Java expressions that recreate a value: records, enums, strings, numbers and collections. */
final class JavaSource {
  private JavaSource() {}

  static String of(Object value) {
    if (value instanceof String text) {
      return text(text);
    } else if (value instanceof Enum<?> constant) {
      return type(constant.getDeclaringClass()) + "." + constant.name();
    } else if (value instanceof Map<?, ?> map) {
      return "Map.of("
          + map.entrySet().stream()
              .sorted((one, other) -> one.toString().compareTo(other.toString()))
              .map(entry -> of(entry.getKey()) + ", " + of(entry.getValue()))
              .collect(Collectors.joining(", "))
          + ")";
    } else if (value instanceof Collection<?> items) {
      boolean isSet = items instanceof Set;
      Stream<String> sources = items.stream().map(JavaSource::of);
      return (isSet ? "Set.of(" : "List.of(")
          + (isSet ? sources.sorted() : sources).collect(Collectors.joining(", "))
          + ")";
    } else if (value instanceof Record instance) {
      return "new "
          + type(instance.getClass())
          + "("
          + Stream.of(instance.getClass().getRecordComponents())
              .map(component -> of(component(instance, component)))
              .collect(Collectors.joining(", "))
          + ")";
    } else if (value instanceof Integer || value instanceof Boolean) {
      return value.toString();
    }
    throw new IllegalArgumentException("No expression makes a " + value.getClass() + ".");
  }

  static String text(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** Without its package, unless jcstress has a type of that name, too. */
  private static String type(Class<?> type) {
    String name = String.valueOf(type.getCanonicalName());
    return type == Actor.class ? name : name.substring(type.getPackageName().length() + 1);
  }

  private static Object component(Record instance, RecordComponent component) {
    try {
      return component.getAccessor().invoke(instance);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component + " of a scenario.", e);
    }
  }
}
