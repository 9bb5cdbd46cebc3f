package org.ptstress.run.result;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;

/**
 * A scenario explored on a design: a row of {@code explorations.json}.
 *
 * @param design the design's name
 * @param scenario the scenario's name, followed by {@value #CHOSEN} and a number of timers if the
 *     design decides how many there are
 * @param description what its actors do
 * @param claims what it decides
 * @param status whether the explorer was sound, and ran until its bounds or its time ended
 * @param reason why not, or ""
 * @param exhausted the largest bound within which every execution was explored, or null
 * @param executions how many executions ran, walks included
 * @param walks how many of them were random walks
 * @param seconds how long it took
 * @param broken a witness for each claim that broke
 * @param slice the explored part of the executions, or null if the exploration is not divided
 */
public record ExplorationResult(
    String design,
    String scenario,
    String description,
    List<Claim> claims,
    RunStatus status,
    String reason,
    @Nullable Bound exhausted,
    long executions,
    long walks,
    double seconds,
    List<ExploredWitness> broken,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Slice slice) {
  /** Separates a scenario from what it took from the design. */
  public static final String CHOSEN = "_";

  /** Copies the lists. */
  public ExplorationResult {
    claims = List.copyOf(claims);
    broken = List.copyOf(broken);
  }

  /**
   * A copy with other witnesses.
   *
   * @param witnesses the witnesses
   * @return the changed copy
   */
  public ExplorationResult with(List<ExploredWitness> witnesses) {
    return new ExplorationResult(
        design,
        scenario,
        description,
        claims,
        status,
        reason,
        exhausted,
        executions,
        walks,
        seconds,
        witnesses,
        slice);
  }

  /**
   * A copy merged with an earlier row of the same scenario and design.
   *
   * @param before the earlier row
   * @return the changed copy
   */
  public ExplorationResult after(ExplorationResult before) {
    List<ExploredWitness> all = new ArrayList<>(before.broken());
    Set<Claim> known = before.broken().stream().map(ExploredWitness::claim).collect(toSet());
    broken.stream().filter(witness -> !known.contains(witness.claim())).forEach(all::add);
    return new ExplorationResult(
        design,
        scenario,
        description,
        claims,
        status,
        reason,
        larger(before.exhausted, exhausted),
        before.executions + executions,
        before.walks + walks,
        before.seconds + seconds,
        all,
        slice);
  }

  /** The larger bound; of two that do not cover each other, the later one. */
  private static @Nullable Bound larger(@Nullable Bound before, @Nullable Bound after) {
    return after == null || (before != null && before.covers(after)) ? before : after;
  }

  /**
   * The name of the explored part, unique for a design.
   *
   * @return the scenario as it was planned, followed by the slice if there are several
   */
  public String part() {
    return slice == null ? planned() : slice.partOf(planned());
  }

  /**
   * The name of the scenario in the plan of a run.
   *
   * @return the scenario without what it took from the design
   */
  public String planned() {
    return scenario.split(CHOSEN, 2)[0];
  }

  /**
   * The extent of the exploration in words.
   *
   * @return such as "1,200 executions, all within 2 preemptions and 2 stale reads"
   */
  public String extent() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d executions", executions));
    if (exhausted != null) {
      text.append(", all within ").append(exhausted.text());
    }
    if (walks > 0) {
      text.append(String.format(Locale.ROOT, ", %,d of them random walks", walks));
    }
    return text.toString();
  }
}
