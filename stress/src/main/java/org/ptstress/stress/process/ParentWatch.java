package org.ptstress.stress.process;

import java.io.IOException;

/**
 * Ends a child JVM with its parent. A parent that is killed cannot kill a child that it was just
 * starting, and an orphan whose design hangs would stay for ever.
 */
public final class ParentWatch {
  /** The exit status of a JVM that has lost its parent. */
  static final int STATUS = 143;

  private ParentWatch() {}

  /**
   * From now on, this JVM ends when its standard input does: a pipe that the parent holds open, and
   * that closes with it, however it ends.
   */
  public static void start() {
    Thread watch =
        new Thread(
            () -> {
              awaitEnd();
              Runtime.getRuntime().halt(STATUS);
            },
            "watch of the parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitEnd() {
    try {
      while (System.in.read() >= 0) {
        // A parent says nothing; what others may say is not for this JVM.
      }
    } catch (IOException e) {
      // A pipe that broke has ended, too.
    }
  }
}
