package org.ptstress.run.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Programs of the system. The only place that starts a process. */
public final class Program {
  /** The timeout: a system program that takes longer hangs, or its disk does. */
  private static final long PATIENCE_SECONDS = 10;

  private Program() {}

  /**
   * Runs an optional program until it exits, for ten seconds at most.
   *
   * @param folder its working folder
   * @param command the program and its arguments
   * @return what it printed, without surrounding white space; null if it is not installed, failed
   *     or timed out
   * @throws InterruptedException if this thread is interrupted while it waits for the end
   */
  public static @Nullable String outputOf(Path folder, String... command)
      throws InterruptedException {
    try {
      Process process = start(List.of(command), folder.toAbsolutePath(), Map.of(), false);
      CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .execute(process::destroyForcibly);
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      process.getInputStream().transferTo(output);
      return process.waitFor() == 0 ? output.toString(StandardCharsets.UTF_8).strip() : null;
    } catch (IOException e) {
      // The program is not installed, or was killed.
      return null;
    }
  }

  /** Starts a program with an empty standard input. */
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
