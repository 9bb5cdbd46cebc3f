package org.ptstress.reports.text;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.VerdictRow;

/** The bounds that the explorer exhausted for a claim. */
public final class ExploredDepth {
  private static final Comparator<Bound> FARTHEST_FIRST =
      Comparator.comparing(Bound::preemptions).thenComparing(Bound::staleReads).reversed();

  private ExploredDepth() {}

  /**
   * The bounds within which all executions were explored, with the number of scenarios of each.
   *
   * @param row the verdict on the claim
   * @param explorations the explorations of the run
   * @return a sentence; empty if no scenario that decides the claim was explored as far as any
   *     bound
   */
  public static String of(VerdictRow row, List<ExplorationResult> explorations) {
    List<Optional<Bound>> bounds =
        explorations.stream()
            .filter(explored -> explored.status() == RunStatus.RUN)
            .filter(explored -> explored.design().equals(row.design()))
            .filter(explored -> explored.claims().contains(row.claim()))
            .map(explored -> Optional.ofNullable(explored.exhausted()))
            .toList();
    Map<Bound, Long> counts =
        bounds.stream().flatMap(Optional::stream).collect(groupingBy(bound -> bound, counting()));
    if (counts.isEmpty()) {
      return "";
    }
    String within =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(FARTHEST_FIRST))
            .map(each -> each.getValue() + " within " + each.getKey().text())
            .collect(joining(", "));
    return String.format(
        Locale.ROOT, "Of %d scenarios explored in full: %s.", bounds.size(), within);
  }
}
