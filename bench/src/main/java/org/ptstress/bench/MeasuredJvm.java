package org.ptstress.bench;

import java.nio.file.Path;
import java.util.List;

/** The JVM that measurements run in: the one that runs now, with flags of its own. */
final class MeasuredJvm {
  /**
   * Given in full, so that neither flags nor system properties of the current JVM, such as a test
   * agent or the model's checked mode, reach a measurement.
   *
   * <p>A fixed heap and the serial collector start fastest, and no collector thread competes with
   * the measured ones. The card marks are conditional because otherwise threads that link timers
   * next to each other write the same card each time: a contention of the JVM's, not of the
   * design's.
   */
  static final List<String> FLAGS =
      List.of(
          "-Xms256m",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:+UseCondCardMark",
          "-XX:-UsePerfData",
          "-Xshare:auto");

  private MeasuredJvm() {}

  /** The launcher of the current JVM. */
  static String launcher() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The class path of the current JVM: folders and jars, or the one jar that holds everything. */
  static String classPath() {
    return System.getProperty("java.class.path");
  }
}
