package org.ptstress.run.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one tool for a (design, claim).
 *
 * @param tool what produced it
 * @param scenario the scenario, check or benchmark
 * @param status whether it ran; RUN also for a witness of a tool that was cut short
 * @param reason why it did not run or did not finish, or ""
 * @param tooFewCpus whether the only reason is the number of CPUs
 * @param broken whether a witness was seen
 * @param samples how many samples, interleavings or cases there are
 * @param witnesses what was seen
 * @param configuration the JVM's arguments or the search's budget
 * @param architecture the CPU architecture it ran on
 * @param log the log if it did not run, relative to the run folder, or null
 * @param exhausted the bound that an exploration exhausted; null if it exhausted none, and for
 *     other tools
 */
public record Evidence(
    Tool tool,
    String scenario,
    RunStatus status,
    String reason,
    boolean tooFewCpus,
    boolean broken,
    long samples,
    List<Witness> witnesses,
    String configuration,
    String architecture,
    @Nullable String log,
    @Nullable Bound exhausted) {
  /** The reason for work that is left to another shard. */
  public static final String ELSEWHERE = "it is not a unit of this shard";

  /** Copies the lists. */
  public Evidence {
    witnesses = List.copyOf(witnesses);
  }

  /**
   * Evidence without a log or an exhausted bound, of a tool that has CPUs enough.
   *
   * @param tool what produced it
   * @param scenario the scenario, check or benchmark
   * @param status whether it ran
   * @param reason why it did not run or did not finish, or ""
   * @param samples how many samples, interleavings or cases there are
   * @param witnesses what was seen; if anything was, the claim is broken
   * @param configuration the search's budget, or what was counted
   * @param architecture the CPU architecture it ran on
   */
  public Evidence(
      Tool tool,
      String scenario,
      RunStatus status,
      String reason,
      long samples,
      List<Witness> witnesses,
      String configuration,
      String architecture) {
    this(
        tool,
        scenario,
        status,
        reason,
        false,
        !witnesses.isEmpty(),
        samples,
        witnesses,
        configuration,
        architecture,
        null,
        null);
  }
}
