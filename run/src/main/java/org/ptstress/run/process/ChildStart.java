package org.ptstress.run.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of child JVM, started once as a trial before the run relies on it: JVM options from the
 * user's environment may contradict those of the child.
 *
 * @param name what it does, to continue "the JVM of"
 * @param jvmArgs its arguments
 * @param main prints {@link #STARTED} if the child works
 */
public record ChildStart(String name, List<String> jvmArgs, Class<?> main) {
  /** The line that a child prints after a successful start. */
  public static final String STARTED = "started";

  /** Environment variables from which the launcher and the JVM take options. */
  private static final List<String> SOURCES =
      List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

  /** Lines of every failed JVM start that say nothing about the cause. */
  private static final List<String> NOISE =
      List.of(
          "Picked up ",
          "NOTE: Picked up ",
          "Error occurred during initialization of VM",
          "Error: Could not create the Java Virtual Machine",
          "Error: A fatal exception has occurred");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Copies the list. */
  public ChildStart {
    jvmArgs = List.copyOf(jvmArgs);
  }

  /**
   * A child that need only start.
   *
   * @param name what it does, to continue "the JVM of"
   * @param jvmArgs its arguments
   * @return the kind of child
   */
  public static ChildStart plain(String name, List<String> jvmArgs) {
    return new ChildStart(name, jvmArgs, ChildStart.class);
  }

  /**
   * Prints {@link #STARTED}: the main method of a child that need only start.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.println(STARTED);
  }

  /**
   * Starts such a child and waits for its exit; this takes about a tenth of a second.
   *
   * @param folder where its log goes
   * @return why it cannot be used, a sentence; empty if it can
   * @throws IOException if the program {@code java} cannot be started or the log not be written
   * @throws InterruptedException if this thread is interrupted; the child is killed
   */
  public Optional<String> problem(Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve(name.replace(' ', '-') + ".log");
    ChildJvm child =
        new ChildJvm(
            folder, log, PATIENCE, ChildJvm.classPath(), jvmArgs, main.getName(), List.of());
    SecondTry second = new SecondTry();
    ChildJvm.Exit exit = child.run();
    while (second.isDue(exit, name)) {
      exit = child.run();
    }
    if (exit.isKilled()) {
      return Optional.of(
          "The JVM of "
              + name
              + " failed twice to start: "
              + exit.reason(PATIENCE)
              + "; stop the program that kills it, or free memory: the kernel kills"
              + " processes when memory runs out.");
    }
    List<String> lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
    if (exit.status() == 0 && lines.contains(STARTED)) {
      return Optional.empty();
    }
    String why =
        lines.stream()
            .filter(line -> !line.isBlank() && NOISE.stream().noneMatch(line::startsWith))
            .findFirst()
            .map(line -> "\"" + line.strip() + "\"")
            .orElse(exit.reason(PATIENCE));
    return Optional.of(
        "The JVM of "
            + name
            + " does not start with the options "
            + String.join(" ", jvmArgs)
            + ": "
            + why
            + "; "
            + remedy()
            + ".");
  }

  private static String remedy() {
    String given =
        SOURCES.stream()
            .flatMap(
                source ->
                    Stream.ofNullable(System.getenv(source))
                        .map(value -> source + ", whose value is \"" + value + "\""))
            .collect(Collectors.joining(", and "));
    return given.isEmpty()
        ? "set JAVA_HOME to a JDK other than that of " + ChildJvm.java()
        : "remove the options that contradict them from " + given;
  }
}
