package org.ptstress.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Small programs of the system whose absence is no error. */
final class Command {
  private Command() {}

  /**
   * Runs a program to its end.
   *
   * @param folder its working folder
   * @param command the program and its arguments
   * @return what it printed, without surrounding white space; null if it is not there or failed
   */
  static @Nullable String outputOf(Path folder, String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? output : null;
    } catch (IOException e) {
      // The program is not installed.
      return null;
    }
  }
}
