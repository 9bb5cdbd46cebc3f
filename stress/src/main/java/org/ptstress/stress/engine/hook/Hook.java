package org.ptstress.stress.engine.hook;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Memory.Elements;
import org.ptstress.stress.engine.hook.Memory.Place;
import org.ptstress.stress.engine.hook.Site.Target;

/**
 * The entry points of instrumented code. In the active thread, a backend performs the access; in
 * other threads, and inside the backend, the original access runs.
 */
public final class Hook {
  private static @Nullable Thread active;
  private static @Nullable Backend backend;

  /** The active thread while it loads classes, and the nesting depth of the loads. */
  private static @Nullable Thread paused;

  private static int pauses;

  /** The number of the active thread, or 0 if it is part of the thread's name. */
  private static int number;

  /** Bytecodes executed by active threads, if they are counted. */
  private static long executed;

  private Hook() {}

  /**
   * Runs an action with its accesses passed to a backend. One thread at a time; a backend may let
   * another thread join while the first one waits.
   *
   * @param with the backend
   * @param action the action
   */
  public static void during(Backend with, Runnable action) {
    Thread outer = active;
    Backend before = backend;
    backend = with;
    active = Thread.currentThread();
    try {
      action.run();
    } finally {
      active = outer;
      backend = before;
    }
  }

  /**
   * Makes the calling thread the active one. For threads that a backend runs alternately: each is
   * active from here on whenever a call of the hook returns in it.
   *
   * @param with the backend
   */
  public static void join(Backend with) {
    backend = with;
    active = Thread.currentThread();
  }

  /** Ends what {@link #join} began. */
  public static void part() {
    active = null;
    number = 0;
  }

  /**
   * Sets the logical number of the active thread, also for later active threads.
   *
   * @param logical the number, from 1
   */
  public static void actAs(int logical) {
    number = logical;
  }

  /**
   * Whether the backend performs the accesses of this thread.
   *
   * @return false if the original accesses run
   */
  public static boolean on() {
    return active == Thread.currentThread();
  }

  /**
   * Reports that the code enters a basic block.
   *
   * @param bytecodes its length
   */
  public static void executes(int bytecodes) {
    if (on()) {
      executed += bytecodes;
    }
  }

  /**
   * The bytecodes of the code under test executed while a backend performed its accesses.
   *
   * @return the number so far; 0 where they are not counted
   */
  public static long executed() {
    return executed;
  }

  /**
   * Runs code that is not under test.
   *
   * @param action the action
   */
  public static void aside(Runnable action) {
    if (!on()) {
      action.run();
      return;
    }
    Thread me = leave();
    try {
      action.run();
    } finally {
      enter(me);
    }
  }

  /** Excludes the active thread from recording until {@link #resume}. */
  public static void pause() {
    Thread me = Thread.currentThread();
    if (active == me) {
      active = null;
      paused = me;
      pauses = 1;
    } else if (paused == me) {
      pauses++;
    }
  }

  /** Ends a {@link #pause}. */
  public static void resume() {
    Thread me = Thread.currentThread();
    if (paused == me && --pauses == 0) {
      paused = null;
      active = me;
    }
  }

  /** Marks further accesses as the hook's own. */
  static @Nullable Thread leave() {
    Thread me = active;
    active = null;
    return me;
  }

  static void enter(@Nullable Thread me) {
    active = me;
  }

  private static Backend backend() {
    Backend current = backend;
    if (current == null) {
      throw new IllegalStateException("no backend");
    }
    return current;
  }

  /**
   * Loads a field.
   *
   * @param object the object, or null for a static field
   * @param number the site
   * @return the value
   */
  public static @Nullable Object load(@Nullable Object object, int number) {
    Thread me = leave();
    try {
      Site site = Site.at(number);
      Target field = site.field();
      Access access = access(site, field, object);
      return field.constant() ? access.get() : backend().load(access);
    } finally {
      enter(me);
    }
  }

  /**
   * Stores into a field.
   *
   * @param object the object, or null for a static field
   * @param value the value
   * @param number the site
   */
  public static void store(@Nullable Object object, @Nullable Object value, int number) {
    Thread me = leave();
    try {
      Site site = Site.at(number);
      Access access = access(site, site.field(), object);
      backend().store(access, access.cell().of(value));
    } finally {
      enter(me);
    }
  }

  private static Access access(Site site, Target field, @Nullable Object object) {
    Object base = field.base() != null ? field.base() : requireObject(object);
    return new Access(site, base, field.offset(), field.cell(), field.mode());
  }

  /**
   * Loads an element.
   *
   * @param array the array
   * @param index the index
   * @param number the site
   * @return the value
   */
  public static @Nullable Object loadElement(@Nullable Object array, int index, int number) {
    Thread me = leave();
    try {
      return backend().load(element(Site.at(number), array, index, Mode.PLAIN));
    } finally {
      enter(me);
    }
  }

  /**
   * Stores into an element.
   *
   * @param array the array
   * @param index the index
   * @param value the value
   * @param number the site
   */
  public static void storeElement(
      @Nullable Object array, int index, @Nullable Object value, int number) {
    Thread me = leave();
    try {
      Access access = element(Site.at(number), array, index, Mode.PLAIN);
      requireElement(requireObject(array).getClass(), value);
      backend().store(access, access.cell().of(value));
    } finally {
      enter(me);
    }
  }

  private static Access element(Site site, @Nullable Object array, int index, Mode mode) {
    Object base = requireObject(array);
    if (index < 0 || index >= Array.getLength(base)) {
      throw new ArrayIndexOutOfBoundsException(index);
    }
    Elements elements = Memory.elements(base.getClass());
    return new Access(site, base, elements.offset(index), elements.cell(), mode);
  }

  /**
   * Copies elements, each as a load and a store.
   *
   * @param from the array to read
   * @param start its first index
   * @param to the array to write
   * @param at its first index
   * @param length how many elements
   * @param number the site
   */
  public static void copy(
      @Nullable Object from, int start, @Nullable Object to, int at, int length, int number) {
    if (!on()) {
      System.arraycopy(from, start, to, at, length);
      return;
    }
    Thread me = leave();
    try {
      Site site = Site.at(number);
      boolean backwards = from == to && start < at;
      for (int i = 0; i < length; i++) {
        int next = backwards ? length - 1 - i : i;
        Object value = backend().load(element(site, from, start + next, Mode.PLAIN));
        requireElement(requireObject(to).getClass(), value);
        backend().store(element(site, to, at + next, Mode.PLAIN), value);
      }
    } finally {
      enter(me);
    }
  }

  /**
   * Performs a call of a VarHandle method.
   *
   * @param args the handle, the coordinates and the values
   * @param number the site
   * @return what the method returns
   */
  public static @Nullable Object handle(@Nullable Object[] args, int number) {
    Thread me = leave();
    try {
      Site site = Site.at(number);
      Call call = site.call();
      VarHandle handle = (VarHandle) requireObject(args[0]);
      Variable variable = site.variable(handle);
      return switch (variable.kind()) {
        case FIELD -> {
          Object object = variable.type().cast(requireObject(args[1]));
          yield perform(call, variable.at(site, object, call.mode()), variable, args);
        }
        case STATIC -> perform(call, variable.at(site, null, call.mode()), variable, args);
        case ELEMENT -> {
          Object array = variable.type().cast(requireObject(args[1]));
          int index = (int) Cell.INT.unboxed(args[2]);
          yield perform(call, element(site, array, index, call.mode()), variable, args);
        }
        case OTHER ->
            throw backend()
                .unsupported(
                    site
                        + " accesses memory through a VarHandle that is neither a field's nor an"
                        + " array's");
      };
    } finally {
      enter(me);
    }
  }

  private static @Nullable Object perform(
      Call call, Access access, Variable variable, @Nullable Object[] args) {
    for (int i = args.length - call.shape().values; i < args.length; i++) {
      variable.require(access.base(), args[i]);
    }
    return perform(call, access, args);
  }

  /**
   * Performs a call of an Unsafe method that takes an object and an offset.
   *
   * @param args the instance, the object, the offset and the values
   * @param number the site
   * @return what the method returns
   */
  public static @Nullable Object unsafe(@Nullable Object[] args, int number) {
    Thread me = leave();
    try {
      Site site = Site.at(number);
      Call call = site.call();
      long offset = (long) Cell.LONG.unboxed(args[2]);
      return perform(call, new Access(site, args[1], offset, call.cell(), call.mode()), args);
    } finally {
      enter(me);
    }
  }

  private static @Nullable Object perform(Call call, Access access, @Nullable Object[] args) {
    return switch (call.shape()) {
      case LOAD -> backend().load(access);
      case STORE -> {
        backend().store(access, access.cell().of(args[args.length - 1]));
        yield null;
      }
      case UPDATE, COMPARISON -> backend().rmw(access, call.update(access.cell(), args));
    };
  }

  /**
   * Reports a fence, which the code performs itself.
   *
   * @param number the site, which names the method
   */
  public static void fence(int number) {
    if (on()) {
      Thread me = leave();
      try {
        Site site = Site.at(number);
        backend().fence(site, site.fence());
      } finally {
        enter(me);
      }
    }
  }

  /**
   * Reports that the code is about to call a JDK atomic class.
   *
   * @param number the site
   */
  public static void calls(int number) {
    if (on()) {
      Thread me = leave();
      backend().calls(Site.at(number));
      enter(me);
    }
  }

  /**
   * Reports the end of a constructor of a class with final fields.
   *
   * @param object the object
   */
  public static void freeze(Object object) {
    if (on()) {
      Thread me = leave();
      backend().freeze(object);
      enter(me);
    }
  }

  /**
   * Reports that the code is about to enter a monitor.
   *
   * @param monitor the object
   */
  public static void monitorEnter(@Nullable Object monitor) {
    if (on() && monitor != null) {
      Identities.number(monitor);
      Thread me = leave();
      try {
        backend().monitorEnter(monitor);
      } finally {
        enter(me);
      }
    }
  }

  /**
   * Reports that the code has left a monitor.
   *
   * @param monitor the object
   */
  public static void monitorExit(Object monitor) {
    if (on()) {
      Thread me = leave();
      backend().monitorExit(monitor);
      enter(me);
    }
  }

  /**
   * Reports that the code has entered a monitor, after the fact: in a synchronized method of a
   * class that was loaded before the engine, or in a class that is not instrumented otherwise.
   *
   * @param monitor the object
   * @param number the site, which names the method
   */
  public static void heldEnter(Object monitor, int number) {
    if (on()) {
      Thread me = leave();
      try {
        backend().heldEnter(Site.at(number), monitor);
      } finally {
        enter(me);
      }
    }
  }

  /**
   * Replaces {@link Thread#onSpinWait} and {@link Thread#yield}.
   *
   * @param number the site
   */
  public static void spin(int number) {
    if (!on()) {
      Thread.onSpinWait();
      return;
    }
    Thread me = leave();
    try {
      backend().spin(Site.at(number));
    } finally {
      enter(me);
    }
  }

  /**
   * Reports that the code is about to park its thread.
   *
   * @param number the site
   */
  public static void park(int number) {
    if (on()) {
      Thread me = leave();
      try {
        backend().park(Site.at(number));
      } finally {
        enter(me);
      }
    }
  }

  /**
   * Reports an allocated object that is not initialised yet.
   *
   * @param number the site, which names the class
   */
  public static void newObject(int number) {
    if (on()) {
      Thread me = leave();
      backend().newObject(Site.at(number).type());
      enter(me);
    }
  }

  /**
   * Reports a new object that the JVM made: an array, or that of a lambda expression.
   *
   * @param made the object
   */
  public static void made(@Nullable Object made) {
    if (on() && made != null) {
      Thread me = leave();
      if (made.getClass().isArray()) {
        backend().newArray(made);
      } else {
        backend().newObject(made.getClass());
      }
      enter(me);
    }
  }

  /**
   * Clones an array.
   *
   * @param array the array
   * @param number the site
   * @return the clone
   */
  public static Object cloneOf(Object array, int number) {
    int length = Array.getLength(array);
    Object clone = Array.newInstance(array.getClass().getComponentType(), length);
    made(clone);
    copy(array, 0, clone, 0, length, number);
    return clone;
  }

  /**
   * Reports a clone of an object that is not an array.
   *
   * @param from the object
   * @param clone its clone
   * @param number the site
   * @return the clone
   */
  public static Object cloned(Object from, Object clone, int number) {
    if (on()) {
      Thread me = leave();
      try {
        Site site = Site.at(number);
        backend().newObject(clone.getClass());
        for (Place place : Memory.fields(clone.getClass())) {
          Object value = backend().load(place.at(site, from));
          backend().store(place.at(site, clone), value);
        }
        backend().freeze(clone);
      } finally {
        enter(me);
      }
    }
    return clone;
  }

  /**
   * Reports the reads of a record's hashCode or toString.
   *
   * @param asked the record
   * @param number the site
   */
  public static void readRecord(Object asked, int number) {
    boolean isOn = on();
    if (!isOn && !Identities.isNumbered()) {
      return;
    }
    Thread me = leave();
    try {
      // Reports loads only, because the JDK does not specify how it combines the values.
      for (Place place : Memory.fields(asked.getClass())) {
        Object value =
            isOn
                ? backend().load(place.at(Site.at(number), asked))
                : place.cell().get(asked, place.offset());
        if (value != null) {
          Identities.mark(value);
        }
      }
    } finally {
      enter(me);
    }
  }

  /**
   * Reports the reads of a record's equals. All fields count, although the JDK may stop at the
   * first difference.
   *
   * @param one the record
   * @param other the object
   * @param number the site
   */
  public static void readRecord(Object one, @Nullable Object other, int number) {
    if (other != null && other != one && other.getClass() == one.getClass()) {
      readRecord(one, number);
      readRecord(other, number);
    }
  }

  /**
   * A deterministic substitute for a thread's number and identity hash.
   *
   * @param thread a thread
   * @return its logical number if it has one, otherwise its number in the JVM
   */
  public static long numberOf(Thread thread) {
    if (number != 0 && thread == active) {
      return number;
    }
    return thread.getName().startsWith(LOGICAL)
        ? Long.parseLong(thread.getName().substring(LOGICAL.length()))
        : thread.getId();
  }

  static boolean isLogical(Thread thread) {
    return (number != 0 && thread == active) || thread.getName().startsWith(LOGICAL);
  }

  /** The name prefix of logical threads. */
  public static final String LOGICAL = "logical thread ";

  /**
   * Reports that the code is about to ask an object for its hash.
   *
   * @param object the object
   */
  public static void number(@Nullable Object object) {
    Identities.number(object);
  }

  /**
   * A seed in place of a random one.
   *
   * @return any number; a deterministic one in the code under test
   */
  public static long seed() {
    int next = Identities.next();
    return next == 0 ? new Random().nextLong() : next;
  }

  /**
   * Stands in for {@link System#identityHashCode}.
   *
   * @param object any object
   * @return the identity hash; for a thread, a value derived from its logical number
   */
  public static int identityHash(@Nullable Object object) {
    Identities.number(object);
    return object instanceof Thread thread
        ? (int) numberOf(thread) * 0x9E3779B1
        : System.identityHashCode(object);
  }

  static Object requireObject(@Nullable Object object) {
    if (object == null) {
      throw new NullPointerException("an access to a field or element of null");
    }
    return object;
  }

  private static void requireElement(Class<?> array, @Nullable Object value) {
    Class<?> type = array.getComponentType();
    if (!type.isPrimitive() && value != null && !type.isInstance(value)) {
      throw new ArrayStoreException(value.getClass().getName());
    }
  }
}
