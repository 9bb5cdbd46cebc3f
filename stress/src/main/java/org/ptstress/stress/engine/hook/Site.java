package org.ptstress.stress.engine.hook;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A place in the code that accesses memory. It is resolved at its first execution, because other
 * classes may not be loaded yet at instrumentation.
 */
public final class Site {
  private static final IdentityHashMap<VarHandle, Variable> VARIABLES = new IdentityHashMap<>();

  private static volatile Site[] sites = new Site[0];

  /** The name prefix of classes that make one access on behalf of their callers. */
  private static final String ATOMIC = "java.util.concurrent.atomic.Atomic";

  private final String inside;
  private final String method;
  private final int line;
  private final @Nullable ClassLoader loader;
  private final String owner;
  private final String member;
  private @Nullable Target target;
  private @Nullable Class<?> type;
  private @Nullable Call call;
  private @Nullable Fence fence;
  private @Nullable VarHandle handle;
  private @Nullable Variable variable;

  private Site(
      String inside,
      String method,
      int line,
      @Nullable ClassLoader loader,
      String owner,
      String member) {
    this.inside = inside;
    this.method = method;
    this.line = line;
    this.loader = loader;
    this.owner = owner;
    this.member = member;
  }

  /** A resolved access: base, offset, cell and mode. */
  record Target(@Nullable Object base, long offset, Cell cell, Mode mode, boolean constant) {}

  /**
   * Registers a site.
   *
   * @param inside its class, with dots
   * @param method its method
   * @param line its source line, 0 if unknown
   * @param loader the loader of that class
   * @param owner the class that it refers to, with dots
   * @param member the field or method of it, or "" for the class itself
   * @return its number
   */
  public static synchronized int add(
      String inside,
      String method,
      int line,
      @Nullable ClassLoader loader,
      String owner,
      String member) {
    Site[] more = new Site[sites.length + 1];
    System.arraycopy(sites, 0, more, 0, sites.length);
    more[sites.length] = new Site(inside, method, line, loader, owner, member);
    sites = more;
    return more.length - 1;
  }

  static Site at(int number) {
    return sites[number];
  }

  /** The field, resolved in the named class, its interfaces or its superclasses. */
  Target field() {
    if (target == null) {
      target = resolve(find(type(), member));
    }
    return target;
  }

  Class<?> type() {
    if (type == null) {
      type = named(owner);
    }
    return type;
  }

  /** A class as the code names it; initialised, as an access to a static field of it requires. */
  Class<?> named(String name) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new NoClassDefFoundError(name);
    }
  }

  /** The method of VarHandle or Unsafe. */
  Call call() {
    if (call == null) {
      call = Call.named(member);
    }
    return call;
  }

  /** The fence of the method. */
  Fence fence() {
    if (fence == null) {
      fence = Fence.named(member);
    }
    return fence;
  }

  /** The variable of a VarHandle, cached because most sites use only one handle. */
  Variable variable(VarHandle used) {
    Variable known = variable;
    if (known == null || handle != used) {
      known = VARIABLES.computeIfAbsent(used, made -> Variable.of(made, this));
      handle = used;
      variable = known;
    }
    return known;
  }

  private static Target resolve(@Nullable Field field) {
    if (field == null) {
      throw new NoSuchFieldError();
    }
    int modifiers = field.getModifiers();
    Mode mode = Mode.of(modifiers);
    Cell cell = Cell.of(field.getType());
    long offset = Memory.offset(field);
    return Modifier.isStatic(modifiers)
        ? new Target(Memory.staticBase(field), offset, cell, mode, Modifier.isFinal(modifiers))
        : new Target(null, offset, cell, mode, false);
  }

  static @Nullable Field find(Class<?> type, String name) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
      for (Class<?> i : c.getInterfaces()) {
        Field field = find(i, name);
        if (field != null) {
          return field;
        }
      }
    }
    return null;
  }

  /**
   * The accessed member.
   *
   * @return the field, or the method that makes the access, or "" for an element
   */
  public String member() {
    return member;
  }

  /**
   * The class that the code names there.
   *
   * @return its name with dots
   */
  public String owner() {
    return owner;
  }

  /**
   * The class that it is in.
   *
   * @return the class
   */
  public Class<?> inside() {
    return named(inside);
  }

  /**
   * Whether it is in a class of the JDK.
   *
   * @return false for the code under test
   */
  public boolean isJdk() {
    return loader == null;
  }

  /**
   * Whether its access is attributed to the caller.
   *
   * @return true in a JDK atomic class
   */
  public boolean isAtomic() {
    return loader == null && inside.startsWith(ATOMIC);
  }

  /**
   * The place in the source.
   *
   * @return such as {@code HashLink.publishNext:62}
   */
  public String place() {
    return this + ":" + line;
  }

  /** The class and the method, for messages. */
  @Override
  public String toString() {
    return inside.substring(inside.lastIndexOf('.') + 1).replace('$', '.') + "." + method;
  }
}
