package org.ptstress.stress.engine.hook;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variable that a VarHandle accesses.
 *
 * @param kind the kind of variable
 * @param type the class of its first coordinate; of a static field, the class that declares it
 * @param value the type of the variable
 * @param base of a static field, what its offset is in; otherwise null
 * @param offset the offset of a field
 * @param cell its type
 */
record Variable(
    Kind kind, Class<?> type, Class<?> value, @Nullable Object base, long offset, Cell cell) {
  enum Kind {
    FIELD,
    STATIC,
    ELEMENT,
    /** A byte view, or memory outside the heap. */
    OTHER
  }

  static Variable of(VarHandle handle, Site site) {
    List<Class<?>> coordinates = handle.coordinateTypes();
    if (coordinates.size() == 2 && isElement(handle, coordinates)) {
      return new Variable(
          Kind.ELEMENT, coordinates.get(0), handle.varType(), null, 0, Cell.of(handle.varType()));
    }
    Field field = coordinates.size() > 1 ? null : field(handle, coordinates, site);
    if (field == null) {
      return new Variable(
          Kind.OTHER, Object.class, handle.varType(), null, 0, Cell.of(handle.varType()));
    }
    boolean isStatic = Modifier.isStatic(field.getModifiers());
    return new Variable(
        isStatic ? Kind.STATIC : Kind.FIELD,
        isStatic ? field.getDeclaringClass() : coordinates.get(0),
        field.getType(),
        isStatic ? Memory.staticBase(field) : null,
        Memory.offset(field),
        Cell.of(field.getType()));
  }

  /** Whether it accesses the elements of the array itself, rather than a view. */
  private static boolean isElement(VarHandle handle, List<Class<?>> coordinates) {
    return coordinates.get(0).isArray()
        && coordinates.get(0).getComponentType() == handle.varType()
        && coordinates.get(1) == int.class;
  }

  /** The field that the handle's description names. */
  private static @Nullable Field field(VarHandle handle, List<Class<?>> coordinates, Site site) {
    return handle
        .describeConstable()
        .map(
            description -> {
              Class<?> declaring =
                  coordinates.isEmpty()
                      ? declaring(description.bootstrapArgsList(), site)
                      : coordinates.get(0);
              return declaring == null ? null : Site.find(declaring, description.constantName());
            })
        .orElse(null);
  }

  private static @Nullable Class<?> declaring(List<ConstantDesc> args, Site site) {
    if (args.isEmpty() || !(args.get(0) instanceof ClassDesc type)) {
      return null;
    }
    String descriptor = type.descriptorString();
    return site.named(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
  }

  Access at(Site site, @Nullable Object object, Mode mode) {
    return new Access(site, base != null ? base : object, offset, cell, mode);
  }

  /** Throws what the handle throws for a reference of a wrong class. */
  void require(@Nullable Object owner, @Nullable Object argument) {
    if (cell != Cell.REFERENCE || argument == null) {
      return;
    }
    Class<?> wanted =
        kind == Kind.ELEMENT && owner != null ? owner.getClass().getComponentType() : value;
    if (!wanted.isInstance(argument)) {
      throw new ClassCastException(
          "Cannot cast " + argument.getClass().getName() + " to " + wanted.getName());
    }
  }
}
