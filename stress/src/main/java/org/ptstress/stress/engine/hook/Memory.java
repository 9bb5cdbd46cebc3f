package org.ptstress.stress.engine.hook;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/**
 * The layout of fields and elements. It calls the JDK's internal Unsafe by method handles, because
 * {@code sun.misc.Unsafe} does not support records; the child is started with {@link #EXPORT}.
 */
public final class Memory {
  /** The option that the JVM needs. */
  public static final String EXPORT = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";

  private static final Class<?> UNSAFE;
  private static final Object INSTANCE;

  static {
    try {
      UNSAFE = Class.forName("jdk.internal.misc.Unsafe");
      INSTANCE = UNSAFE.getMethod("getUnsafe").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final MethodHandle OFFSET = unsafe("objectFieldOffset", long.class, Field.class);
  private static final MethodHandle STATIC_OFFSET =
      unsafe("staticFieldOffset", long.class, Field.class);
  private static final MethodHandle STATIC_BASE =
      unsafe("staticFieldBase", Object.class, Field.class);
  private static final MethodHandle SCALE = unsafe("arrayIndexScale", int.class, Class.class);
  private static final MethodHandle BASE = arrayBase();
  private static final MethodHandle BARE = unsafe("allocateInstance", Object.class, Class.class);

  private static final ClassValue<List<Place>> PLACES =
      new ClassValue<>() {
        @Override
        protected List<Place> computeValue(Class<?> type) {
          return List.copyOf(places(type));
        }
      };

  /** Lazily initialised: all arrays of references have the same layout. */
  private static final class OfArrays {
    private static final EnumMap<Cell, Elements> ELEMENTS = new EnumMap<>(Cell.class);

    static {
      for (Class<?> type :
          List.of(
              Object[].class,
              boolean[].class,
              byte[].class,
              char[].class,
              short[].class,
              int[].class,
              long[].class,
              float[].class,
              double[].class)) {
        ELEMENTS.put(Cell.of(type.getComponentType()), layout(type));
      }
    }

    private static Elements layout(Class<?> array) {
      Cell cell = Cell.of(array.getComponentType());
      try {
        return new Elements((long) BASE.invokeExact(array), (int) SCALE.invokeExact(array), cell);
      } catch (Throwable e) {
        throw failure(e);
      }
    }
  }

  /** Lazily initialised, because cells are created with the help of this class. */
  private static final class OfThreads {
    private static final List<Place> SEEDS = named("threadLocalRandom");
    private static final List<Place> LOCALS = named("threadLocals");

    private static List<Place> named(String start) {
      return fields(Thread.class).stream()
          .filter(place -> place.field().getName().startsWith(start))
          .toList();
    }
  }

  private Memory() {}

  /**
   * An instance field.
   *
   * @param offset where it lies in the object
   * @param field the field
   * @param cell its type
   */
  public record Place(long offset, Field field, Cell cell) {
    Access at(Site site, Object object) {
      return new Access(site, object, offset, cell, Mode.of(field.getModifiers()));
    }
  }

  /**
   * The elements of a class of arrays.
   *
   * @param base the offset of the first
   * @param scale the distance of two
   * @param cell their type
   */
  public record Elements(long base, int scale, Cell cell) {
    /**
     * The location of an element.
     *
     * @param index its index
     * @return its offset
     */
    public long offset(int index) {
      return base + (long) index * scale;
    }
  }

  /**
   * The instance fields of a class and its superclasses, superclasses first, in declaration order,
   * because the order of offsets differs between JVMs.
   *
   * @param type no array
   * @return the fields
   */
  public static List<Place> fields(Class<?> type) {
    return PLACES.get(type);
  }

  /**
   * The elements of an array.
   *
   * @param array its class
   * @return their layout
   */
  public static Elements elements(Class<?> array) {
    return requireNonNull(OfArrays.ELEMENTS.get(Cell.of(array.getComponentType())));
  }

  /**
   * Allocates an object without running its constructor, to measure its size.
   *
   * @param type no array and no abstract class
   * @return the object
   */
  public static Object bare(Class<?> type) {
    try {
      return (Object) BARE.invokeExact(type);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /**
   * Seeds the calling thread's random numbers and stripe probe, which JDK skip lists and counters
   * keep in fields of the thread.
   *
   * @param number any number but 0
   */
  public static void seed(int number) {
    Thread thread = Thread.currentThread();
    for (Place place : OfThreads.SEEDS) {
      place.cell().put(thread, place.offset(), place.cell().of(number));
    }
  }

  /** Drops the thread locals of the calling thread. */
  public static void forgetLocals() {
    Thread thread = Thread.currentThread();
    for (Place place : OfThreads.LOCALS) {
      place.cell().put(thread, place.offset(), null);
    }
  }

  /**
   * The location of a field.
   *
   * @param field the field
   * @return its offset in the object, or in the base of the static fields of its class
   */
  public static long offset(Field field) {
    try {
      return Modifier.isStatic(field.getModifiers())
          ? (long) STATIC_OFFSET.invokeExact(field)
          : (long) OFFSET.invokeExact(field);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  static Object staticBase(Field field) {
    try {
      return (Object) STATIC_BASE.invokeExact(field);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  static MethodHandle unsafe(String name, Class<?> result, Class<?>... parameters) {
    try {
      return MethodHandles.lookup()
          .findVirtual(UNSAFE, name, MethodType.methodType(result, parameters))
          .bindTo(INSTANCE);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This JVM has no Unsafe." + name + ".", e);
    }
  }

  static RuntimeException failure(Throwable e) {
    if (e instanceof RuntimeException unchecked) {
      return unchecked;
    }
    if (e instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e);
  }

  private static List<Place> places(Class<?> type) {
    List<Place> places = new ArrayList<>();
    if (type.getSuperclass() != null) {
      places.addAll(fields(type.getSuperclass()));
    }
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        places.add(new Place(offset(field), field, Cell.of(field.getType())));
      }
    }
    return places;
  }

  /** The method returned an int in older JDKs. */
  private static MethodHandle arrayBase() {
    try {
      Class<?> result = UNSAFE.getMethod("arrayBaseOffset", Class.class).getReturnType();
      return unsafe("arrayBaseOffset", result, Class.class)
          .asType(MethodType.methodType(long.class, Class.class));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
