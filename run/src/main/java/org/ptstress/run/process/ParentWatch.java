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

  /** The interval of checks for the end of the descendants. */
  private static final long STEP_MILLIS = 10;

  /** The time within which the descendants must be killed. */
  private static final long PATIENCE_MILLIS = 10_000;

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
    Thread end =
        daemon(
            "end of the descendants",
            () -> {
              ProcessTree.killDescendants();
              ChildMark.own().ifPresent(ChildMark::kill);
            });
    daemon(
            "watch of the parent",
            () ->
                watch(
                    () -> isBelow(parent),
                    end,
                    PATIENCE_MILLIS,
                    () -> Runtime.getRuntime().halt(STATUS)))
        .start();
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Halts even if the descendants cannot be killed: an unwatched orphan would never exit. To kill
   * them takes classes that are not loaded yet, which pass through the transformer of Lincheck's
   * agent. That was seen to deadlock with the transformation of another thread's class.
   */
  static void watch(BooleanSupplier hasParent, Thread killer, long patienceMillis, Runnable halt) {
    try {
      while (hasParent.getAsBoolean()) {
        pause(INTERVAL_MILLIS);
      }
      killer.start();
      long begin = System.nanoTime();
      while (killer.isAlive()
          && System.nanoTime() - begin < TimeUnit.MILLISECONDS.toNanos(patienceMillis)) {
        pause(STEP_MILLIS);
      }
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

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      // A design may interrupt every thread that it finds; the watch just polls again.
    }
  }
}
