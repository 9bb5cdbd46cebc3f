package org.ptstress.reports.page.evidence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ptstress.reports.page.element.Format;
import org.ptstress.run.kernel.KernelOutcome;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.result.RunStatus;

/**
 * A comparison with the running kernel on the page.
 *
 * @param what what was compared
 * @param against the kernel and the design
 * @param result how many calls or rounds there were, or why there are none
 * @param lines a shortest script that both answer differently, and what was answered how often
 * @param ran whether it was compared
 * @param differs whether kernel and model differ
 */
public record KernelView(
    String what, String against, String result, List<String> lines, boolean ran, boolean differs) {
  public static KernelView of(KernelResult row) {
    return new KernelView(
        switch (row.comparison()) {
          case KernelResult.SCRIPTS -> "Random scripts";
          case KernelResult.JUMPS -> "Scripts with jumps of the counter";
          case KernelResult.HALF_BUILT -> "Calls beside a half-built timer";
          default -> "Race " + row.comparison();
        },
        row.kernel().isEmpty() ? "" : "Linux " + row.kernel() + ", " + row.design(),
        row.status() == RunStatus.NOT_RUN
            ? "not run: " + row.reason()
            : (row.differs() ? "different, after " : "no difference in ")
                + Format.count(row.samples(), row.isRace() ? "round" : "call"),
        Stream.concat(row.difference().stream(), row.outcomes().stream().map(KernelView::outcome))
            .toList(),
        row.status() == RunStatus.RUN,
        row.differs());
  }

  private static String outcome(KernelOutcome outcome) {
    return String.format(
        Locale.ROOT,
        "%,d %s%s",
        outcome.count(),
        outcome.text(),
        outcome.expected() ? "" : " (no correct table gives that)");
  }
}
