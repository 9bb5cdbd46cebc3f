package org.ptstress.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The executable jar, started in a locale with other digits: what a machine reads must not depend
 * on the language of the system.
 */
final class PtstressJar {
  private static final Path JAR =
      Path.of(System.getProperty("ptstress.jar", "target/ptstress.jar"));

  private static final String OTHER_DIGITS = "-Duser.language=ar -Duser.country=EG";

  private PtstressJar() {}

  static Path path() {
    return JAR;
  }

  static Process start(Path output, String... args) throws IOException {
    // An option of the command line would not reach the children.
    return builder(OTHER_DIGITS, output, args).start();
  }

  private static ProcessBuilder builder(String toolOptions, Path output, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A command is over before C2 has compiled what matters; its children have flags of their own.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-jar");
    command.add(JAR.toString());
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_TOOL_OPTIONS", toolOptions);
    return builder;
  }

  static Ended run(String... args) throws IOException, InterruptedException {
    return runWith(OTHER_DIGITS, args);
  }

  /**
   * The same where no file may get longer than some 512-byte blocks: what is written beyond them
   * fails, as on a full disk.
   */
  static Ended runWithin(int blocks, String... args) throws IOException, InterruptedException {
    Path output = Files.createTempFile("ptstress", ".out");
    ProcessBuilder builder = builder(OTHER_DIGITS, output, args);
    List<String> command = builder.command();
    command.addAll(0, List.of("sh", "-c", "ulimit -f " + blocks + " && exec \"$0\" \"$@\""));
    return ended(builder.start(), output);
  }

  /** The same where every JVM of the user takes some options from the environment. */
  static Ended runWith(String toolOptions, String... args)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("ptstress", ".out");
    return ended(builder(toolOptions, output, args).start(), output);
  }

  private static Ended ended(Process process, Path output)
      throws IOException, InterruptedException {
    int status = process.waitFor();
    String text = Files.readString(output, UTF_8);
    Files.delete(output);
    return new Ended(status, text);
  }

  /** How a command ended, and what it printed. */
  record Ended(int status, String output) {}
}
