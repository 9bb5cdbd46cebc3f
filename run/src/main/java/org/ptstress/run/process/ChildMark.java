package org.ptstress.run.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A variable in the environment of one child, which all that it starts inherits. A process whose
 * parent has ended is nobody's descendant any more, but it still has the mark. Marks are looked for
 * on Linux; elsewhere, and in a process that was started with an environment of its own, nothing is
 * found.
 */
public final class ChildMark {
  private static final String VARIABLE = "PTSTRESS_CHILD";

  private static final Path PROCESSES = Path.of("/proc");

  /**
   * A process may start another one while it is looked for; one that goes on for ever is given up.
   */
  private static final int ROUNDS = 100;

  private final String value;

  private ChildMark(String value) {
    this.value = value;
  }

  /**
   * A mark that no process has yet.
   *
   * @return the mark
   */
  public static ChildMark fresh() {
    return new ChildMark(UUID.randomUUID().toString());
  }

  /** The mark of this JVM, if it is a child. */
  static Optional<ChildMark> own() {
    return Optional.ofNullable(System.getenv(VARIABLE)).map(ChildMark::new);
  }

  /** The entry in the environment of a child. */
  Map<String, String> environment() {
    return Map.of(VARIABLE, value);
  }

  /**
   * The beginning of a command line that starts a marked program.
   *
   * @return the arguments before the program; none where marks are not looked for
   */
  public List<String> prefix() {
    Path env = Path.of("/usr/bin/env");
    return Files.isExecutable(env) && Files.isReadable(environmentOf(ProcessHandle.current()))
        ? List.of(env.toString(), entry())
        : List.of();
  }

  /** Kills all processes that have the mark, but this one. */
  public void kill() {
    for (int round = 0; round < ROUNDS && killOnce(); round++) {
      Thread.onSpinWait();
    }
  }

  private boolean killOnce() {
    if (!Files.isDirectory(PROCESSES)) {
      return false;
    }
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(process -> !process.equals(ProcessHandle.current()) && isOn(process))
              .filter(ProcessHandle::destroyForcibly)
              .count()
          > 0;
    }
  }

  private boolean isOn(ProcessHandle process) {
    try {
      // Of a process that has ended nothing is left, also while its parent has not taken notice.
      return ("\0" + Files.readString(environmentOf(process), ISO_8859_1))
          .contains("\0" + entry() + "\0");
    } catch (IOException e) {
      // Somebody else's, or gone.
      return false;
    }
  }

  private String entry() {
    return VARIABLE + "=" + value;
  }

  private static Path environmentOf(ProcessHandle process) {
    return PROCESSES.resolve(Long.toString(process.pid())).resolve("environ");
  }
}
