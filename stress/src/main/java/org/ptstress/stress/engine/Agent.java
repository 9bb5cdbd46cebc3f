package org.ptstress.stress.engine;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Hook;

/** The agent: instruments classes when they are loaded, and retransforms loaded ones. */
public final class Agent {
  /** The prefix of the argument that turns on bytecode counting in the code under test. */
  static final String COUNTS = "+";

  private static final List<String> FAILURES = new CopyOnWriteArrayList<>();

  private static @Nullable Instrumentation instrumentation;

  private Agent() {}

  /**
   * Called by the JVM before the main class.
   *
   * @param packages packages that are always instrumented, separated by commas
   * @param jvm the JVM's instrumentation service
   * @throws UnmodifiableClassException never: unmodifiable classes are left out
   * @throws IOException if the JDK has no class files
   */
  public static void premain(String packages, Instrumentation jvm)
      throws UnmodifiableClassException, IOException {
    instrumentation = jvm;
    boolean counts = packages.startsWith(COUNTS);
    Selection selection = new Selection(counts ? packages.substring(COUNTS.length()) : packages);
    loadInstrumenter();
    jvm.addTransformer(new Transformer(selection, counts), true);
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> type : jvm.getAllLoadedClasses()) {
      String name = type.getName().replace('.', '/');
      ClassLoader loader = type.getClassLoader();
      if (RuntimeGuard.includes(name)
          || (jvm.isModifiableClass(type)
              && (selection.includes(name, loader) || selection.watches(name, loader)))) {
        loaded.add(type);
      }
    }
    jvm.retransformClasses(loaded.toArray(new Class<?>[0]));
  }

  /** Loads the classes that the transformer needs itself, before it is registered. */
  private static void loadInstrumenter() throws IOException {
    byte[] example = bytes("java/util/concurrent/ConcurrentHashMap");
    Instrumenter.instrument(example, null, true, Instrumenter.Moment.LOADING);
    RuntimeGuard.guard(RuntimeGuard.EXAMPLE, bytes(RuntimeGuard.EXAMPLE));
    JvmMonitors.report(bytes("java/util/Timer"));
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return requireNonNull(in).readAllBytes();
    }
  }

  /**
   * The classes that could not be instrumented, and why.
   *
   * @return a part of a sentence for each; none if all selected classes are instrumented
   */
  public static List<String> failures() {
    return List.copyOf(FAILURES);
  }

  /**
   * The shallow size of an object in this JVM.
   *
   * @param object the object
   * @return bytes
   * @throws IllegalStateException if the agent is not in this JVM
   */
  public static long bytesOf(Object object) {
    if (instrumentation == null) {
      throw new IllegalStateException("The access engine is not in this JVM.");
    }
    return instrumentation.getObjectSize(object);
  }

  /** Rewrites the selected classes. */
  private static final class Transformer implements ClassFileTransformer {
    private final Selection selection;
    private final boolean counts;

    Transformer(Selection selection, boolean counts) {
      this.selection = selection;
      this.counts = counts;
    }

    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        @Nullable String name,
        @Nullable Class<?> redefined,
        @Nullable ProtectionDomain domain,
        byte[] bytes) {
      if (name == null) {
        return null;
      }
      boolean isGuarded = RuntimeGuard.includes(name);
      boolean isIncluded = selection.includes(name, loader);
      if (!isGuarded && !isIncluded && !selection.watches(name, loader)) {
        return null;
      }
      byte[][] result = new byte[1][];
      Hook.aside(
          () ->
              result[0] =
                  isGuarded
                      ? RuntimeGuard.guard(name, bytes)
                      : rewritten(loader, name, redefined, bytes, isIncluded));
      return result[0];
    }

    private byte @Nullable [] rewritten(
        @Nullable ClassLoader loader,
        String name,
        @Nullable Class<?> redefined,
        byte[] bytes,
        boolean isIncluded) {
      try {
        if (!isIncluded) {
          return JvmMonitors.report(bytes);
        }
        // Bytecodes of the JDK, which vary between releases, are not counted.
        return Instrumenter.instrument(
            bytes,
            loader,
            counts && loader != null,
            redefined == null ? Instrumenter.Moment.LOADING : Instrumenter.Moment.LATER);
      } catch (RuntimeException | Error e) {
        // The JVM swallows what a transformer throws.
        FAILURES.add(name.replace('/', '.') + " (" + e + ")");
        return null;
      }
    }
  }
}
