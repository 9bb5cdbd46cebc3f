package org.ptstress.stress.engine.hook;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Deterministic identity hashes: what a table hashes by them must not differ between two executions
 * with equal choices. An object of the code under test gets the next number when it is accessed or
 * asked for its hash first. The number is written into the header of the object, where the JVM
 * itself keeps the hash, so that all code agrees on it.
 */
public final class Identities {
  /** The bits of a header that tell an object without a lock. */
  private static final long LOCK_BITS = 3;

  private static final long UNLOCKED = 1;

  /** The bits of a hash in headers of all layouts. */
  private static final int BITS = 25;

  private static final int MASK = (1 << BITS) - 1;

  /** An odd number, so that no two of the first 2^25 hashes are equal. */
  private static final int SPREAD = 0x9E3779B1;

  private static final MethodHandle HEADER =
      Memory.unsafe("getLong", long.class, Object.class, long.class);

  private static final MethodHandle SWAP =
      Memory.unsafe(
          "compareAndSetLong", boolean.class, Object.class, long.class, long.class, long.class);

  /** The position of the hash in a header, or -1 if headers of this JVM are not known. */
  private static final int SHIFT = shift();

  /** Whether a class has no hash of its own. */
  private static final ClassValue<Boolean> PLAIN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          try {
            return type.getMethod("hashCode").getDeclaringClass() == Object.class;
          } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
          }
        }
      };

  private static @Nullable Thread driver;
  private static int last;

  private Identities() {}

  /** Restarts the numbers, for this thread, the active one, and logical threads. */
  public static void restart() {
    driver = Thread.currentThread();
    last = 0;
  }

  /** A number instead of a random one, or 0 in a thread that has none. */
  static int next() {
    return isNumbered() ? ++last : 0;
  }

  /** Numbers an object that is about to be asked for its hash. */
  static void number(@Nullable Object object) {
    if (object != null && isNumbered()) {
      mark(object);
    }
  }

  /** Whether the calling thread runs code under test, or prepares it. */
  static boolean isNumbered() {
    Thread me = Thread.currentThread();
    return me == driver || Hook.on() || Hook.isLogical(me);
  }

  /** Numbers an object of the code under test, unless it has a hash. */
  static void mark(Object object) {
    Class<?> type = object.getClass();
    // What belongs to the JDK may be older than the execution.
    if (SHIFT < 0 || (type.getClassLoader() == null && type != Object.class)) {
      return;
    }
    long header = header(object);
    if ((header & LOCK_BITS) == UNLOCKED && header >>> SHIFT == 0 && isPlain(type)) {
      swap(object, header, header | (long) (++last * SPREAD & MASK) << SHIFT);
    }
  }

  private static boolean isPlain(Class<?> type) {
    Thread me = Hook.leave();
    try {
      return PLAIN.get(type);
    } finally {
      Hook.enter(me);
    }
  }

  /** Finds the hash of an object that has one, and the place of one that is set here. */
  private static int shift() {
    Object probe = new Object();
    long hash = System.identityHashCode(probe);
    long header = header(probe);
    for (int shift = 2; shift < Integer.SIZE; shift++) {
      if (header >>> shift == hash) {
        Object other = new Object();
        long empty = header(other);
        boolean isSet =
            (empty & LOCK_BITS) == UNLOCKED
                && empty >>> shift == 0
                && swap(other, empty, empty | (long) MASK << shift)
                && System.identityHashCode(other) == MASK;
        return isSet ? shift : -1;
      }
    }
    return -1;
  }

  private static long header(Object object) {
    try {
      return (long) HEADER.invokeExact(object, 0L);
    } catch (Throwable e) {
      throw Memory.failure(e);
    }
  }

  private static boolean swap(Object object, long before, long after) {
    try {
      return (boolean) SWAP.invokeExact(object, 0L, before, after);
    } catch (Throwable e) {
      throw Memory.failure(e);
    }
  }
}
