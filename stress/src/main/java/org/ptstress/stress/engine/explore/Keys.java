package org.ptstress.stress.engine.explore;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Memory;

/** The keys of all fields. */
final class Keys {
  /** The suffix that the JVM adds to the name of a lambda's class. */
  private static final Pattern HIDDEN = Pattern.compile("(?<=\\$\\$Lambda).*");

  private final Function<Field, Treatment> treatments;
  private final Key outside = new Key(Treatment.ORDINARY, null);
  private final List<Key> made = new ArrayList<>(List.of(outside));

  /** Not a ClassValue, which gets slower with each explorer in a JVM. */
  private final IdentityHashMap<Class<?>, Fields> instance = new IdentityHashMap<>();

  private final IdentityHashMap<Class<?>, Fields> statics = new IdentityHashMap<>();

  Keys(Function<Field, Treatment> treatments) {
    this.treatments = treatments;
  }

  Key of(@Nullable Object base, long offset) {
    if (base == null) {
      return outside;
    }
    boolean isStatic = base instanceof Class<?>;
    Class<?> type = isStatic ? (Class<?>) base : base.getClass();
    IdentityHashMap<Class<?>, Fields> known = isStatic ? statics : instance;
    Fields fields = known.get(type);
    if (fields == null) {
      fields = isStatic ? ofStatics(type) : ofInstances(type);
      known.put(type, fields);
    }
    return fields.at(offset);
  }

  private Fields ofInstances(Class<?> type) {
    return new Fields(type, Memory.fields(type).stream().map(Memory.Place::field).toList());
  }

  private Fields ofStatics(Class<?> type) {
    return new Fields(
        type,
        Stream.of(type.getDeclaredFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .toList());
  }

  /** Marks all keys as unshared. */
  void forget() {
    made.forEach(key -> key.shared = false);
  }

  /** The names of the shared keys, in an order independent of the JVM. */
  List<String> shared() {
    return Stream.concat(instance.entrySet().stream(), statics.entrySet().stream())
        .flatMap(each -> each.getValue().shared(HIDDEN.matcher(each.getKey().getName())))
        .sorted()
        .toList();
  }

  private Key add(Treatment treatment, @Nullable Field field) {
    Key key = new Key(treatment, field);
    made.add(key);
    return key;
  }

  /** The keys of a class. */
  private final class Fields {
    private final long[] offsets;
    private final Key[] keys;

    /** The key of everything without a field: elements, the monitor. */
    private final Key rest = add(Treatment.ORDINARY, null);

    Fields(Class<?> type, List<Field> fields) {
      List<Field> own = type.isArray() ? List.of() : fields;
      this.offsets = own.stream().mapToLong(Memory::offset).toArray();
      this.keys =
          own.stream().map(field -> add(treatments.apply(field), field)).toArray(Key[]::new);
    }

    Stream<String> shared(Matcher type) {
      String name = type.replaceAll("");
      return Stream.concat(Stream.of(keys), Stream.of(rest))
          .filter(key -> key.shared)
          .map(key -> name + "." + (key.field == null ? "" : key.field.getName()));
    }

    Key at(long offset) {
      for (int i = 0; i < offsets.length; i++) {
        if (offsets[i] == offset) {
          return keys[i];
        }
      }
      return rest;
    }
  }
}
