package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns comparisons into verdicts. */
final class Judge {
  /** What may lie beyond either end of a 95 per cent interval. */
  static final double TAIL = 0.025;

  /** The chance of any false alarm in a whole gate that the correction allows. */
  static final double FAMILY_ALPHA = 0.05;

  /** An estimate of needed forks above this says only that it is hopeless. */
  static final int MAX_FORKS = 200;

  private final Margins margins;

  Judge(Margins margins) {
    this.margins = margins;
  }

  List<GateRow> judge(List<Comparison> comparisons) {
    List<Comparison> family = comparisons.stream().filter(Comparison::isJudgeable).toList();
    double[] adjusted =
        Holm.adjust(
            family.stream()
                .mapToDouble(row -> row.probabilityBelow(slowLimit(row.row().threads())))
                .toArray());
    List<GateRow> rows = new ArrayList<>();
    int next = 0;
    for (Comparison comparison : comparisons) {
      rows.add(
          comparison.isJudgeable()
              ? judge(comparison, adjusted[next++], family.size())
              : tooFewForks(comparison));
    }
    return rows;
  }

  private GateRow judge(Comparison comparison, double adjusted, int family) {
    Interval interval = comparison.interval(TAIL);
    GateVerdict verdict = verdict(interval, comparison.row().threads(), adjusted);
    String detail =
        verdict == GateVerdict.INCONCLUSIVE ? whatWouldDecide(comparison, interval, family) : "";
    return row(comparison, verdict, interval, adjusted, detail);
  }

  private GateVerdict verdict(Interval interval, int threads, double adjusted) {
    double slow = slowLimit(threads);
    double fast = fastLimit(threads);
    if (interval.high() < slow && adjusted <= FAMILY_ALPHA) {
      return GateVerdict.REGRESSED;
    }
    if (interval.low() > fast) {
      return GateVerdict.IMPROVED;
    }
    return interval.low() > slow && interval.high() < fast
        ? GateVerdict.UNCHANGED
        : GateVerdict.INCONCLUSIVE;
  }

  private String whatWouldDecide(Comparison comparison, Interval interval, int family) {
    double slow = slowLimit(comparison.row().threads());
    double detectable = -100 * Math.expm1(slow - interval.halfWidth());
    String reason =
        interval.high() < slow
            ? String.format(Locale.ROOT, "slower, but may be chance among %d questions; ", family)
            : "";
    return String.format(
        Locale.ROOT,
        "%ssees slowdowns from %.0f %%; %s",
        reason,
        detectable,
        neededForks(comparison, family));
  }

  /** The forks that would decide, if effects and noise stay as they are. */
  private String neededForks(Comparison comparison, int family) {
    int present = Math.min(comparison.baselineForks(), comparison.candidateForks());
    int needed = 0;
    for (Contrast contrast : comparison.contrasts()) {
      needed = Math.max(needed, neededForks(contrast, comparison.row().threads(), family));
    }
    if (needed > MAX_FORKS) {
      return String.format(Locale.ROOT, "not decidable with %d forks", MAX_FORKS);
    }
    return needed <= present
        ? "the other designs moved differently"
        : String.format(Locale.ROOT, "about %d forks would decide", needed);
  }

  /** The fewest forks whose interval ends before the nearest margin, or one more than allowed. */
  private int neededForks(Contrast contrast, int threads, int family) {
    double slow = slowLimit(threads);
    double distance =
        Math.min(
            Math.abs(contrast.effect() - slow), Math.abs(contrast.effect() - fastLimit(threads)));
    double tail = contrast.effect() < slow ? Math.min(TAIL, FAMILY_ALPHA / family) : TAIL;
    int few = 2;
    int many = MAX_FORKS + 1;
    while (few < many) {
      int middle = (few + many) / 2;
      if (contrast.withForks(middle).halfWidth(tail) < distance) {
        many = middle;
      } else {
        few = middle + 1;
      }
    }
    return many;
  }

  private GateRow tooFewForks(Comparison comparison) {
    String detail =
        String.format(
            Locale.ROOT,
            "%d forks in the baseline and %d in the candidate: an interval takes 2 of each",
            comparison.baselineForks(),
            comparison.candidateForks());
    if (comparison.stolenForks() > 0) {
      detail += "; " + comparison.stolenForks() + " did not have their CPUs";
    }
    return row(comparison, GateVerdict.INCONCLUSIVE, null, 1, detail);
  }

  private GateRow row(
      Comparison comparison,
      GateVerdict verdict,
      @Nullable Interval interval,
      double adjusted,
      String detail) {
    return new GateRow(
        verdict,
        comparison.row(),
        comparison.overParams(),
        comparison.baselineRatio(),
        comparison.candidateRatio(),
        interval,
        margins.of(comparison.row().threads()),
        adjusted,
        comparison.baselineForks(),
        comparison.candidateForks(),
        detail);
  }

  private double slowLimit(int threads) {
    return Math.log1p(-margins.of(threads));
  }

  private double fastLimit(int threads) {
    return Math.log1p(margins.of(threads));
  }
}
