package org.ptstress.reports.text;

import java.util.Comparator;
import java.util.List;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.stress.verdict.Judge;

/** The reason why a claim has no verdict. */
public final class NotJudged {
  /** The tools by how much their reason says about a design: least chance first. */
  private static final List<Tool> BY_CLARITY =
      List.of(
          Tool.CHECK,
          Tool.ACCESS,
          Tool.EXPLORATION,
          Tool.INTERLEAVING,
          Tool.RACE,
          Tool.KERNEL,
          Tool.MEASUREMENT);

  private NotJudged() {}

  /**
   * The reason of the clearest tool that did not run, and how far the others came.
   *
   * @param row the verdict on a claim that was not judged
   * @return a clause in one line
   */
  public static String why(VerdictRow row) {
    String samples =
        Judge.samples(
            row.evidence().stream().filter(item -> item.status() != RunStatus.NOT_RUN).toList());
    return row.evidence().stream()
            .filter(item -> item.status() != RunStatus.RUN && !item.tooFewCpus())
            .min(Comparator.comparing(item -> BY_CLARITY.indexOf(item.tool())))
            .map(item -> firstLine(item.reason()) + " (" + item.scenario() + ")")
            .orElse(row.reason())
        + (samples.isEmpty() ? "" : "; no witness in " + samples);
  }

  private static String firstLine(String reason) {
    return reason.lines().findFirst().orElse("it gave no samples");
  }
}
