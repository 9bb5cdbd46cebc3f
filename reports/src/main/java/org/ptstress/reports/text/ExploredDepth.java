package org.ptstress.reports.text;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.VerdictRow;

/** How far the explorer came with a claim. */
public final class ExploredDepth {
  private ExploredDepth() {}

  /**
   * The bound within which all executions were explored.
   *
   * @param row the verdict on the claim
   * @param explorations the explorations of the run
   * @return a sentence; empty if no scenario that decides the claim was explored as far as any
   *     bound
   */
  public static String of(VerdictRow row, List<ExplorationResult> explorations) {
    List<ExplorationResult> deciding =
        explorations.stream()
            .filter(explored -> explored.status() == RunStatus.RUN)
            .filter(explored -> explored.design().equals(row.design()))
            .filter(explored -> explored.claims().contains(row.claim()))
            .toList();
    List<Bound> bounds =
        deciding.stream().map(ExplorationResult::exhausted).filter(Objects::nonNull).toList();
    if (bounds.isEmpty()) {
      return "";
    }
    Bound least =
        new Bound(
            bounds.stream().mapToInt(Bound::preemptions).min().orElseThrow(),
            bounds.stream().mapToInt(Bound::staleReads).min().orElseThrow());
    return String.format(
        Locale.ROOT,
        "Explored in full within %s: %d of %d scenarios.",
        least.text(),
        bounds.size(),
        deciding.size());
  }
}
