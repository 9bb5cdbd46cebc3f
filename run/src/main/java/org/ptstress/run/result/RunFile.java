package org.ptstress.run.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code run.json}: the command of a run and its progress.
 *
 * @param status whether the run has ended
 * @param profile the name of the profile
 * @param designs the names of the designs under test
 * @param startedAt when it started
 * @param finishedAt when it ended, or null if it did not
 * @param version the version of ptstress
 * @param commandLine the command and its arguments
 * @param phases its parts in the order in which they ran
 */
public record RunFile(
    Completion status,
    String profile,
    List<String> designs,
    Instant startedAt,
    @Nullable Instant finishedAt,
    String version,
    List<String> commandLine,
    List<Phase> phases) {
  /** Copies the lists. */
  public RunFile {
    designs = List.copyOf(designs);
    commandLine = List.copyOf(commandLine);
    phases = List.copyOf(phases);
  }

  /** Whether a run has ended. */
  public enum Completion {
    /** It is under way, or was stopped. */
    INCOMPLETE,
    /** It ended by itself. */
    COMPLETE
  }

  /**
   * A part of a run.
   *
   * @param name the stem of the file or folder that it writes, such as {@code races}
   * @param status how it ended
   * @param seconds how long it took
   * @param detail a sentence, or empty
   */
  public record Phase(String name, PhaseStatus status, double seconds, String detail) {}

  /** The end of a phase. */
  public enum PhaseStatus {
    /** It wrote its result. */
    DONE,
    /** It started, but has no result. */
    FAILED,
    /** It did not start. */
    NOT_RUN
  }
}
