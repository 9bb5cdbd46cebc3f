package org.ptstress.stress.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects the classes to instrument: all of the class path except the tools, and the classes of the
 * JDK that designs build on.
 */
final class Selection {
  /** Collections, locks and atomics; boxes are added, because they are keys of maps. */
  private static final List<String> JDK =
      List.of(
          "java/lang/StringBuffer",
          "java/util/Abstract",
          "java/util/ArrayDeque",
          "java/util/ArrayList",
          "java/util/Arrays",
          "java/util/BitSet",
          "java/util/Collections$",
          "java/util/EnumMap",
          "java/util/HashMap",
          "java/util/HashSet",
          "java/util/Hashtable",
          "java/util/IdentityHashMap",
          "java/util/ImmutableCollections",
          "java/util/LinkedHashMap",
          "java/util/LinkedList",
          "java/util/PriorityQueue",
          "java/util/Properties",
          "java/util/Stack",
          "java/util/TreeMap",
          "java/util/Vector",
          "java/util/WeakHashMap",
          "java/util/concurrent/");

  /** The random numbers of threads, which each execution seeds. */
  private static final String RANDOM = "java/util/concurrent/ThreadLocalRandom";

  /** The packages of the JDK that designs may build on. */
  private static final List<String> WATCHED = List.of("java/util/", "java/io/", "java/text/");

  /** Field updaters, whose own fields a compiler treats as constants. */
  private static final String UPDATER = "FieldUpdater";

  /** The packages of runners and reports, and of their libraries. */
  private static final List<String> TOOLS =
      List.of(
          "org/ptstress/run/",
          "org/ptstress/stress/",
          "org/ptstress/bench/",
          "org/ptstress/reports/",
          "org/objectweb/asm/",
          "com/fasterxml/",
          "org/slf4j/");

  private final List<String> subjects;

  /**
   * A selection.
   *
   * @param packages packages that are instrumented even if they contain tools, separated by commas
   */
  Selection(String packages) {
    this.subjects = List.of(packages.replace('.', '/').split(",", -1));
  }

  /**
   * Whether a class is instrumented.
   *
   * @param name its internal name
   * @param loader its loader
   */
  boolean includes(String name, @Nullable ClassLoader loader) {
    if (loader == null) {
      return isBuiltOn(name);
    }
    if (loader == ClassLoader.getPlatformClassLoader()) {
      return false;
    }
    // No streams, because this also decides about the classes that streams need.
    for (String subject : subjects) {
      if (name.startsWith(subject) && name.lastIndexOf('/') == subject.length()) {
        return true;
      }
    }
    return !begins(name, TOOLS);
  }

  /** Whether the monitors of a class are reported although the class is not instrumented. */
  boolean watches(String name, @Nullable ClassLoader loader) {
    return loader == null && begins(name, WATCHED) && !isBuiltOn(name);
  }

  private static boolean isBuiltOn(String name) {
    return (begins(name, JDK) && !name.startsWith(RANDOM))
        || name.equals("java/lang/Integer")
        || name.equals("java/lang/Long");
  }

  private static boolean begins(String name, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether accesses to a class's fields are not attributed to the code that uses it. */
  static boolean isSupport(String name) {
    return name.contains(UPDATER);
  }
}
