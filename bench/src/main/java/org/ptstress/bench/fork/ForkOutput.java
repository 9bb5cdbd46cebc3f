package org.ptstress.bench.fork;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.bench.jvm.MeasuredJvm;
import org.ptstress.run.process.BoundedLog;

/**
 * The output of a fork of JMH. JMH sends all of {@link System#out} and {@link System#err} to those
 * of the JVM that runs it, and keeps what goes past them, from a library in C or a process that a
 * design has started, in temporary files; neither has a limit.
 */
final class ForkOutput {
  private static final String LOG = "ptstress.fork.log";

  /** The main class of a fork, which JMH does not make public. */
  private static final String FORK = "org.openjdk.jmh.runner.ForkedMain";

  private ForkOutput() {}

  /** The option that names the log to a fork. */
  static String jvmArg(Path log) {
    return "-D" + LOG + "=" + log.toAbsolutePath();
  }

  /**
   * Redirects the output of this fork into the log, up to a limit; what is printed past the streams
   * of Java is lost. Of a fork that crashes the log has the first half of the limit only: the last
   * one is kept in memory until the end. Elsewhere it does nothing: JMH makes profilers where it
   * starts forks, too.
   */
  static void keepWithinLimit() {
    @Nullable String log = System.getProperty(LOG);
    if (log == null || !isFork()) {
      return;
    }
    try {
      BoundedLog kept = new BoundedLog(Path.of(log), MeasuredJvm.OUTPUT_LIMIT);
      PrintStream stream = new PrintStream(kept, true, UTF_8);
      System.setOut(stream);
      System.setErr(stream);
      Runtime.getRuntime().addShutdownHook(new Thread(stream::close, "end of output"));
      for (FileDescriptor descriptor : List.of(FileDescriptor.out, FileDescriptor.err)) {
        // The JDK does not close these two, it leads them to nowhere.
        new FileOutputStream(descriptor).close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFork() {
    return System.getProperty("sun.java.command", "").startsWith(FORK);
  }
}
