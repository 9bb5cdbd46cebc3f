package org.ptstress.stress.check;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Detects threads of this JVM in a deadlock of monitors or JDK locks. Unlike a timeout, that proves
 * that none of them ever returns.
 */
final class Deadlocks {
  private Deadlocks() {}

  /** Describes the cycle: each thread with what it waits for and where; "" without a deadlock. */
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
