package org.ptstress.reports.paired;

import java.util.List;
import org.ptstress.reports.gate.Verdict;

/**
 * What the gate says about one subject whose pairs are all there already, up to the confirmation of
 * what regressed.
 *
 * @param verdict the verdict of the last look that was needed
 * @param pairs how many pairs that look had
 */
public record PairedWindow(Verdict verdict, int pairs) {
  /**
   * Looks at some pairs as the gate does: in their order, until a look decides.
   *
   * @param baseline forks of the baseline
   * @param candidate as many forks of the candidate, each paired with the one of the same place
   * @param margin how large a change must be to matter, as a fraction between 0 and 1
   * @param looks at how many pairs to look; looks that need more pairs than there are are left out
   * @return the outcome
   */
  public static PairedWindow of(
      List<ForkScores> baseline, List<ForkScores> candidate, double margin, Looks looks) {
    Pairs pairs = new Pairs();
    Verdict verdict = Verdict.INCONCLUSIVE;
    for (Looks.Look look : looks.all()) {
      for (int i = pairs.count(); i < Math.min(look.pairs(), baseline.size()); i++) {
        pairs.add(baseline.get(i), candidate.get(i));
      }
      verdict =
          new PairedJudge(look)
              .judge(List.of(new PairedJudge.Question(pairs.logRatios(), margin)))
              .get(0)
              .verdict();
      if (verdict != Verdict.INCONCLUSIVE) {
        break;
      }
    }
    return new PairedWindow(verdict, pairs.count());
  }
}
