package org.ptstress.run.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one tool for a (design, claim).
 *
 * @param tool what produced it
 * @param scenario the scenario, check or benchmark
 * @param status whether it ran; RUN also if it was cut short, but has a witness
 * @param reason why it did not run, or not to its end, or ""
 * @param tooFewCpus whether the only reason is the number of CPUs
 * @param broken whether a witness was seen
 * @param samples how many samples, interleavings or cases there are
 * @param witnesses what was seen
 * @param configuration the JVM's arguments or the search's budget
 * @param architecture the CPU architecture it ran on
 * @param log the log of what did not run, relative to the run folder, or null
 * @param exhausted of an exploration, within which bound there is no further execution; null if
 *     none was exhausted, and of other tools
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
  /** The reason of what is left to another shard. */
  public static final String ELSEWHERE = "it is no unit of this shard";

  /** Checks that nothing is missing. */
  public Evidence {
    requireNonNull(tool, "tool");
    requireNonNull(scenario, "scenario");
    requireNonNull(status, "status");
    requireNonNull(reason, "reason");
    witnesses = List.copyOf(requireNonNull(witnesses, "witnesses"));
    requireNonNull(configuration, "configuration");
    requireNonNull(architecture, "architecture");
  }
}
