package org.ptstress.run.process;

import java.util.concurrent.TimeUnit;

/**
 * Ends a child JVM with its parent. A parent that is killed cannot kill a child that it was just
 * starting, and an orphan whose design hangs would stay for ever.
 */
public final class ParentWatch {
  /** The exit status of a JVM that has lost its parent. */
  static final int STATUS = 143;

  private static final long INTERVAL_MILLIS = 500;

  private ParentWatch() {}

  /**
   * What a parent tells its child, so that the child can see whether it has already lost it.
   *
   * @return the process id of this JVM
   */
  public static String token() {
    return Long.toString(ProcessHandle.current().pid());
  }

  /**
   * From now on, this JVM ends when its parent has. It looks every now and then: a thread that
   * waits for the end of a pipe would notice at once, but every exit of the JVM then takes 300 ms,
   * which HotSpot gives to threads in native code.
   *
   * @param token the parent's {@link #token}
   */
  public static void start(String token) {
    long parent = Long.parseLong(token);
    Thread watch =
        new Thread(
            () -> {
              while (isChildOf(parent)) {
                pause();
              }
              Runtime.getRuntime().halt(STATUS);
            },
            "watch of the parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static boolean isChildOf(long pid) {
    return ProcessHandle.current().parent().filter(parent -> parent.pid() == pid).isPresent();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts the watch of the parent.", e);
    }
  }
}
