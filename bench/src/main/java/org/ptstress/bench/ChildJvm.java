package org.ptstress.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs a main class in a JVM of its own, so that what it measures starts clean. */
final class ChildJvm {
  private ChildJvm() {}

  /**
   * Runs a main class to its end. If the calling thread is interrupted, or this JVM is ended, the
   * child is ended too.
   *
   * @param purpose what it does, to begin a message with
   * @param classPath where its classes are
   * @param jvmArgs further arguments of the JVM
   * @param main the class; its arguments follow
   * @param log receives all its output, after what is there already
   * @param timeout when to give up
   * @param arguments for the main method
   * @throws MeasurementException if it ends with a status other than 0, or not in time; the message
   *     names the log
   * @throws IOException if it cannot be started
   * @throws InterruptedException if the calling thread is interrupted
   */
  static void run(
      String purpose,
      String classPath,
      List<String> jvmArgs,
      Class<?> main,
      Path log,
      Duration timeout,
      String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(MeasuredJvm.launcher());
    command.addAll(MeasuredJvm.FLAGS);
    command.addAll(jvmArgs);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(Arrays.asList(arguments));
    File output = log.toFile();
    Process child =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
            .start();
    ShutdownHook hook = new ShutdownHook(child::destroyForcibly);
    try {
      child.getOutputStream().close();
      if (!child.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new MeasurementException(
            String.format(
                Locale.ROOT,
                "%s did not end within %d s. See %s.",
                purpose,
                timeout.toSeconds(),
                log));
      }
      if (child.exitValue() != 0) {
        throw new MeasurementException(
            String.format(
                Locale.ROOT, "%s ended with status %d. See %s.", purpose, child.exitValue(), log));
      }
    } finally {
      child.destroyForcibly();
      hook.remove();
    }
  }
}
