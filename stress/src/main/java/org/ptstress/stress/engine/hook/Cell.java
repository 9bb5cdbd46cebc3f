package org.ptstress.stress.engine.hook;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The types of fields and array elements, and how each is read and written in memory. */
public enum Cell {
  /** References. */
  REFERENCE(Object.class, "Reference"),
  /** {@code boolean}. */
  BOOLEAN(boolean.class, "Boolean"),
  /** {@code byte}. */
  BYTE(byte.class, "Byte"),
  /** {@code char}. */
  CHAR(char.class, "Char"),
  /** {@code short}. */
  SHORT(short.class, "Short"),
  /** {@code int}. */
  INT(int.class, "Int"),
  /** {@code long}. */
  LONG(long.class, "Long"),
  /** {@code float}. */
  FLOAT(float.class, "Float"),
  /** {@code double}. */
  DOUBLE(double.class, "Double");

  private static final Cell[] ALL = values();

  private final Class<?> type;
  private final String word;
  private final MethodHandle get;
  private final MethodHandle put;
  private final MethodHandle compareAndSet;

  /** Constant handles for the most frequent accesses: only constants are inlined by the JIT. */
  private static final class Constant {
    private static final MethodHandle GET_REFERENCE = getter("Reference", Object.class);
    private static final MethodHandle GET_INT = getter("Int", int.class);
    private static final MethodHandle GET_LONG = getter("Long", long.class);
    private static final MethodHandle PUT_REFERENCE = REFERENCE.put;
  }

  private static MethodHandle getter(String word, Class<?> type) {
    return Memory.unsafe("get" + word + "Volatile", type, Object.class, long.class);
  }

  Cell(Class<?> type, String word) {
    this.type = type;
    this.word = word;
    Class<?> o = Object.class;
    this.get = getter(word, type).asType(MethodType.methodType(o, o, long.class));
    this.put =
        Memory.unsafe("put" + word + "Volatile", void.class, o, long.class, type)
            .asType(MethodType.methodType(void.class, o, long.class, o));
    this.compareAndSet =
        Memory.unsafe("compareAndSet" + word, boolean.class, o, long.class, type, type)
            .asType(MethodType.methodType(boolean.class, o, long.class, o, o));
  }

  /**
   * The cell of a type.
   *
   * @param type any type of a field
   * @return its cell
   */
  public static Cell of(Class<?> type) {
    if (!type.isPrimitive()) {
      return REFERENCE;
    }
    for (Cell cell : ALL) {
      if (cell.type == type) {
        return cell;
      }
    }
    return REFERENCE;
  }

  /** The cell that a method of Unsafe names; a reference if it names none. */
  static Cell named(String method) {
    for (Cell cell : values()) {
      if (method.contains(cell.word)) {
        return cell;
      }
    }
    return REFERENCE;
  }

  /**
   * Reads memory.
   *
   * @param base the object, or null for an address outside of the heap
   * @param offset the offset in it
   * @return the value
   */
  public @Nullable Object get(@Nullable Object base, long offset) {
    try {
      return switch (this) {
        case REFERENCE -> (@Nullable Object) Constant.GET_REFERENCE.invokeExact(base, offset);
        case INT -> (int) Constant.GET_INT.invokeExact(base, offset);
        case LONG -> (long) Constant.GET_LONG.invokeExact(base, offset);
        default -> (@Nullable Object) get.invokeExact(base, offset);
      };
    } catch (Throwable e) {
      throw Memory.failure(e);
    }
  }

  /**
   * Writes memory.
   *
   * @param base the object, or null for an address outside of the heap
   * @param offset the offset in it
   * @param value a value of this type
   */
  public void put(@Nullable Object base, long offset, @Nullable Object value) {
    try {
      if (this == REFERENCE) {
        Constant.PUT_REFERENCE.invokeExact(base, offset, value);
      } else {
        put.invokeExact(base, offset, value);
      }
    } catch (Throwable e) {
      throw Memory.failure(e);
    }
  }

  boolean compareAndSet(
      @Nullable Object base, long offset, @Nullable Object expected, @Nullable Object next) {
    try {
      return (boolean) compareAndSet.invokeExact(base, offset, expected, next);
    } catch (Throwable e) {
      throw Memory.failure(e);
    }
  }

  /**
   * The default value of memory.
   *
   * @return null, false or 0
   */
  public @Nullable Object zero() {
    return this == REFERENCE ? null : of(0);
  }

  /**
   * A different value of the same type; a reference has none.
   *
   * @param value a value of this type
   * @return the value itself if it is a reference
   */
  public @Nullable Object other(@Nullable Object value) {
    return switch (this) {
      case REFERENCE -> value;
      case BOOLEAN -> !Boolean.TRUE.equals(value);
      case FLOAT, DOUBLE -> of(-1 - (double) DOUBLE.unboxed(value));
      default -> of(~(long) LONG.unboxed(value));
    };
  }

  /** Converts a value as the language does, such as an int to a byte. */
  @Nullable Object of(@Nullable Object value) {
    return this == REFERENCE ? value : unboxed(value);
  }

  /** Converts a primitive value. */
  Object unboxed(@Nullable Object value) {
    if (value instanceof Boolean b) {
      return this == BOOLEAN ? (Object) b : unboxed(b ? 1 : 0);
    }
    if (value instanceof Character c) {
      return this == CHAR ? (Object) c : unboxed((int) c);
    }
    if (!(value instanceof Number n)) {
      throw new NullPointerException("no value to unbox");
    }
    return switch (this) {
      case BOOLEAN -> (n.intValue() & 1) != 0;
      case BYTE -> n.byteValue();
      case CHAR -> (char) n.intValue();
      case SHORT -> n.shortValue();
      case INT -> n.intValue();
      case LONG -> n.longValue();
      case FLOAT -> n.floatValue();
      default -> n.doubleValue();
    };
  }

  /**
   * Whether a compare-and-set treats two values as equal.
   *
   * @param a a value of this type
   * @param b another one
   * @return identity for references
   */
  public boolean same(@Nullable Object a, @Nullable Object b) {
    // Boxed floating-point numbers are equal by their bits, as in a compare-and-set.
    return this == REFERENCE ? a == b : a != null && a.equals(b);
  }
}
