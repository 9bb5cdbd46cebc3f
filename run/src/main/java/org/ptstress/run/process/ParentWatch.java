package org.ptstress.run.process;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Ends a child JVM when its parent has ended. A parent that is killed by SIGKILL cannot kill its
 * children, and an orphaned JVM whose design hangs would never exit.
 */
public final class ParentWatch {
  /** The exit status of an orphaned JVM. */
  static final int STATUS = 143;

  private static final String PROPERTY = "ptstress.parent";

  private static final long INTERVAL_MILLIS = 500;

  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private ParentWatch() {}

  /**
   * The JVM option with the parent's pid, by which a child detects that it is orphaned.
   *
   * @return an argument for a child of this JVM
   */
  public static String jvmArg() {
    return "-D" + PROPERTY + "=" + ProcessHandle.current().pid();
  }

  /**
   * Starts the watch: once the parent, or a process between it and this JVM, has ended, this JVM
   * kills its descendants and halts. It also kills its descendants when it exits by itself. Does
   * nothing in a JVM that was started without {@link #jvmArg}, or that is watched already.
   *
   * <p>The watch polls. A thread blocked on a pipe would notice at once, but then every exit of the
   * JVM takes 300 ms, which HotSpot grants to threads in native code.
   */
  public static void start() {
    Long parent = Long.getLong(PROPERTY);
    if (parent == null || !STARTED.compareAndSet(false, true)) {
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(ProcessTree::killDescendants, "end of child"));
    Thread watch =
        new Thread(
            () ->
                watch(
                    () -> isBelow(parent),
                    () -> {
                      ProcessTree.killDescendants();
                      ChildMark.own().ifPresent(ChildMark::kill);
                    },
                    () -> Runtime.getRuntime().halt(STATUS)),
            "watch of the parent");
    watch.setDaemon(true);
    watch.start();
  }

  /** Halts even if the rest throws: an unwatched orphan would never exit. */
  static void watch(BooleanSupplier hasParent, Runnable killChildren, Runnable halt) {
    try {
      while (hasParent.getAsBoolean()) {
        pause();
      }
      killChildren.run();
    } finally {
      halt.run();
    }
  }

  /** Whether a process is an ancestor of this one: JMH passes JVM options on to its forks. */
  private static boolean isBelow(long pid) {
    Optional<ProcessHandle> above = ProcessHandle.current().parent();
    while (above.isPresent() && above.get().pid() != pid) {
      above = above.get().parent();
    }
    return above.isPresent();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
    } catch (InterruptedException e) {
      // A design may interrupt every thread that it finds; the watch just polls again.
    }
  }
}
