package org.ptstress.run.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Set;
import org.ptstress.run.result.RunStatus;

/**
 * A comparison of a design with a running kernel: a row of {@code kernel.json}.
 *
 * @param kernel the kernel's release, or "" if unknown
 * @param design the design of the kernel's era, or ""
 * @param comparison {@link #SCRIPTS}, {@link #JUMPS}, {@link #HALF_BUILT}, {@link #TIMES}, or the
 *     name of a scenario that was raced
 * @param status whether it ran
 * @param reason why it did not run, or what was left out, or ""
 * @param samples how many calls or rounds were compared
 * @param seconds how long it took
 * @param outcomes what was answered how often
 * @param difference a shortest script on which kernel and model disagree, a line for each call;
 *     empty if none is known
 * @param times the times of calls, empty unless the comparison is {@link #TIMES}
 */
public record KernelResult(
    String kernel,
    String design,
    String comparison,
    RunStatus status,
    String reason,
    long samples,
    double seconds,
    List<KernelOutcome> outcomes,
    List<String> difference,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<KernelTime> times) {
  /** Random scripts of several processes. */
  public static final String SCRIPTS = "Scripts";

  /** Calls concurrent with a create that is stopped between insertion and publication. */
  public static final String HALF_BUILT = "HalfBuilt";

  /** Random scripts of one process, whose id counter is set repeatedly. */
  public static final String JUMPS = "Jumps";

  /** Times of the kernel's calls; no comparison. */
  public static final String TIMES = "Times";

  private static final Set<String> CALLS = Set.of(SCRIPTS, HALF_BUILT, JUMPS, TIMES);

  /**
   * A comparison.
   *
   * @param kernel the kernel's release, or ""
   * @param design the design of the kernel's era, or ""
   * @param comparison what is compared
   * @param status whether it ran
   * @param reason why it did not run, or what was left out, or ""
   * @param samples how many calls or rounds were compared
   * @param seconds how long it took
   * @param outcomes what was answered how often
   * @param difference a shortest script on which both disagree, or none
   */
  public KernelResult(
      String kernel,
      String design,
      String comparison,
      RunStatus status,
      String reason,
      long samples,
      double seconds,
      List<KernelOutcome> outcomes,
      List<String> difference) {
    this(
        kernel,
        design,
        comparison,
        status,
        reason,
        samples,
        seconds,
        outcomes,
        difference,
        List.of());
  }

  /** Copies the lists. */
  public KernelResult {
    outcomes = List.copyOf(outcomes);
    difference = List.copyOf(difference);
    times = List.copyOf(times);
  }

  /**
   * Whether two threads raced.
   *
   * @return false if calls were compared or timed
   */
  @JsonIgnore
  public boolean isRace() {
    return !CALLS.contains(comparison);
  }

  /**
   * Whether kernel and model differ.
   *
   * @return true if they disagree on a script, or an unexpected outcome was seen
   */
  @JsonIgnore
  public boolean differs() {
    return !difference.isEmpty() || outcomes.stream().anyMatch(outcome -> !outcome.expected());
  }
}
