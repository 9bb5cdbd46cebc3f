package org.ptstress.run.process;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Ends a child JVM with its parent. A parent that is killed cannot kill its children, and an orphan
 * whose design hangs would stay for ever.
 */
public final class ParentWatch {
  /** The exit status of a JVM that has lost its parent. */
  static final int STATUS = 143;

  private static final String PROPERTY = "ptstress.parent";

  private static final long INTERVAL_MILLIS = 500;

  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private ParentWatch() {}

  /**
   * What the JVM of a child is told, so that it can see whether it has already lost its parent.
   *
   * @return an argument for a child of this JVM
   */
  public static String jvmArg() {
    return "-D" + PROPERTY + "=" + ProcessHandle.current().pid();
  }

  /**
   * From now on, this JVM ends when its parent has, or who stands between the two, with all that it
   * has started itself; at its own end, too, it leaves no process behind. Does nothing in a JVM
   * that was not started with {@link #jvmArg}, or that is watched already.
   *
   * <p>It looks every now and then: a thread that waits for the end of a pipe would notice at once,
   * but every exit of the JVM then takes 300 ms, which HotSpot gives to threads in native code.
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

  /** Halts however the rest ends: a JVM that nobody watches any more would stay for ever. */
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

  /** Whether a process is this one's parent, or its parent's: JMH hands its arguments on. */
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
      // A design that interrupts every thread that it finds makes the watch look once more.
    }
  }
}
