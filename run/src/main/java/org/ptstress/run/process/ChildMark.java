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
 * A variable in the environment of one child, inherited by all of its descendants. An orphaned
 * process is reparented and no longer found by parentage, but it keeps the mark. Marks are found on
 * Linux only, and not in a process that was started with a fresh environment.
 */
public final class ChildMark {
  private static final String VARIABLE = "PTSTRESS_CHILD";

  private static final Path PROCESSES = Path.of("/proc");

  /** The maximum of passes: a process may fork during one, and may never stop forking. */
  private static final int ROUNDS = 100;

  private final String value;

  private ChildMark(String value) {
    this.value = value;
  }

  /**
   * A new, unique mark.
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
   * The command line prefix that starts a marked program.
   *
   * @return the arguments before the program; none where marks are not supported
   */
  public List<String> prefix() {
    Path env = Path.of("/usr/bin/env");
    return Files.isExecutable(env) && Files.isReadable(environmentOf(ProcessHandle.current()))
        ? List.of(env.toString(), entry())
        : List.of();
  }

  /** Kills all processes with the mark, except this one. */
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
      // The environment of a zombie is empty.
      return ("\0" + Files.readString(environmentOf(process), ISO_8859_1))
          .contains("\0" + entry() + "\0");
    } catch (IOException e) {
      // The process belongs to another user, or has ended.
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
