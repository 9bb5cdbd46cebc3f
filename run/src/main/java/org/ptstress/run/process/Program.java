package org.ptstress.run.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Programs of the system. The only place that starts a process. */
public final class Program {
  private Program() {}

  /**
   * Runs a program whose absence is no error to its end.
   *
   * @param folder its working folder
   * @param command the program and its arguments
   * @return what it printed, without surrounding white space; null if it is not there or failed
   * @throws InterruptedException if this thread is interrupted while it waits for the end
   */
  public static @Nullable String outputOf(Path folder, String... command)
      throws InterruptedException {
    try {
      Process process = start(List.of(command), folder.toAbsolutePath(), Map.of(), false);
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      process.getInputStream().transferTo(output);
      return process.waitFor() == 0 ? output.toString(StandardCharsets.UTF_8).strip() : null;
    } catch (IOException e) {
      // The program is not installed.
      return null;
    }
  }

  /** Starts a program that reads nothing. */
  static Process start(
      List<String> command, Path directory, Map<String, String> environment, boolean withErrors)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    if (withErrors) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }
}
