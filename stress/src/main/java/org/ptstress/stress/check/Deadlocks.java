package org.ptstress.stress.check;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The threads of this JVM that wait for each other in a circle, by monitors or by the JDK's locks.
 * That is a proof that none of them ever returns, which the time that they took is not.
 */
final class Deadlocks {
  private Deadlocks() {}

  /** The circle: who waits for what and where; or "" if there is none. */
  static String text() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] circle = threads.findDeadlockedThreads();
    if (circle == null) {
      return "";
    }
    return Arrays.stream(threads.getThreadInfo(circle, true, true))
        .filter(Objects::nonNull)
        .map(Deadlocks::text)
        .collect(Collectors.joining("; "));
  }

  private static String text(ThreadInfo thread) {
    // The deepest frame outside of the JDK is the design's.
    String place =
        Arrays.stream(thread.getStackTrace())
            .filter(frame -> !frame.getClassName().startsWith("java."))
            .filter(frame -> !frame.getClassName().startsWith("jdk."))
            .findFirst()
            .map(frame -> " at " + frame)
            .orElse("");
    return "thread "
        + thread.getThreadId()
        + " waits for "
        + thread.getLockName()
        + ", which thread "
        + thread.getLockOwnerId()
        + " holds,"
        + place;
  }
}
