package org.ptstress.bench.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Message;

/** The JVM that measurements run in: the one that runs now, with flags of its own. */
public final class MeasuredJvm {
  /**
   * Given in full, so that neither flags nor system properties of the current JVM, such as a test
   * agent or the model's checked mode, reach a measurement.
   *
   * <p>The serial collector starts fastest, and no collector thread competes with the measured
   * ones. The heap may grow, which only {@code NonBlockingMapTable} makes it do: its map gets as
   * large as the creates of 10 s, and a fork makes millions. The young generation is small: to
   * touch it for the first time takes longer than a short warm-up, and a map that allocates on find
   * would be measured while it does. The card marks are conditional because otherwise threads that
   * link timers next to each other write the same card each time: a contention of the JVM's, not of
   * the design's.
   */
  public static final List<String> FLAGS = flags(Runtime.version().feature());

  /**
   * Further ones, of a JVM that measures how long it takes to create what stays: the young
   * generation holds it all, or the collector would copy it meanwhile, which takes longer than to
   * create it.
   */
  public static final List<String> ROOM = List.of("-Xms1g", "-Xmn640m");

  /**
   * The bytes of output that are kept of one JVM: a run has hundreds, and what JMH says of a fork
   * takes a tenth of this.
   */
  public static final int OUTPUT_LIMIT = 64 << 10;

  /** The property that keeps JMH from taking its own lock. */
  public static final String IGNORE_LOCK = "jmh.ignoreLock";

  private MeasuredJvm() {}

  private static List<String> flags(int javaVersion) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "-Xms256m",
                "-Xmx1g",
                "-Xmn16m",
                "-XX:+UseSerialGC",
                "-XX:+UseCondCardMark",
                "-XX:-UsePerfData",
                "-Xshare:auto"));
    if (javaVersion >= 23) {
      // JCTools uses sun.misc.Unsafe; the JVM would say so in the log of every fork.
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return List.copyOf(flags);
  }

  /**
   * Runs a main class that has nothing to say in a JVM of its own to its end.
   *
   * @param purpose what it does, to begin a message with
   * @param classPath where its classes are
   * @param jvmArgs further arguments of the JVM
   * @param main the class; its arguments follow
   * @param log receives its output, after what is there already
   * @param timeout when to give up
   * @param arguments for the main method
   * @throws MeasurementException if it ends with a status other than 0, or not in time; the message
   *     names the log
   * @throws IOException if it cannot be started
   * @throws InterruptedException if the calling thread is interrupted; the child is ended
   */
  public static void run(
      String purpose,
      String classPath,
      List<String> jvmArgs,
      Class<?> main,
      Path log,
      Duration timeout,
      String... arguments)
      throws IOException, InterruptedException {
    check(child(classPath, jvmArgs, main, log, timeout, arguments).run(), purpose, log, timeout);
  }

  /** Runs a JVM that sends messages. */
  public static void run(
      String purpose,
      String classPath,
      List<String> jvmArgs,
      Class<?> main,
      Path log,
      Duration timeout,
      Message.Listener listener,
      String... arguments)
      throws IOException, InterruptedException {
    ChildJvm child = child(classPath, jvmArgs, main, log, timeout, arguments);
    check(child.run(listener), purpose, log, timeout);
  }

  private static ChildJvm child(
      String classPath,
      List<String> jvmArgs,
      Class<?> main,
      Path log,
      Duration timeout,
      String... arguments) {
    List<String> all = Stream.concat(FLAGS.stream(), jvmArgs.stream()).toList();
    return new ChildJvm(
            Path.of(""), log, timeout, classPath, all, main.getName(), List.of(arguments))
        .keepingOutput(OUTPUT_LIMIT);
  }

  private static void check(ChildJvm.Exit exit, String purpose, Path log, Duration timeout) {
    if (exit.hung()) {
      throw new MeasurementException(
          purpose + " did not end within " + timeout.toSeconds() + " s. See " + log + ".");
    }
    if (exit.status() != 0) {
      throw new MeasurementException(
          purpose + " ended with status " + exit.status() + ". See " + log + ".");
    }
  }

  /** The class path of the current JVM: folders and jars, or the one jar that holds everything. */
  public static String classPath() {
    return System.getProperty("java.class.path");
  }
}
