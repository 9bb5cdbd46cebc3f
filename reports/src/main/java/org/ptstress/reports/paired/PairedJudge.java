package org.ptstress.reports.paired;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.gate.GateVerdict;
import org.ptstress.reports.gate.Holm;
import org.ptstress.reports.gate.Interval;

/**
 * Decides what the pairs of some subjects say at a look. REGRESSED if the whole bootstrap interval
 * lies below the margin, IMPROVED if it lies above, UNCHANGED if it lies between the margins;
 * INCONCLUSIVE otherwise, and with too few pairs. The signed-rank test must agree each time: a
 * bootstrap of few pairs alone is too sure of itself. For REGRESSED it is corrected for the number
 * of subjects.
 */
final class PairedJudge {
  /** With fewer pairs neither interval nor test can decide. */
  private static final int FEWEST = 5;

  private final double share;

  /**
   * Makes a judge.
   *
   * @param look which look it is
   */
  PairedJudge(Looks.Look look) {
    this.share = look.share();
  }

  /** A question: the pairs of a subject, and its margin as a fraction between 0 and 1. */
  record Question(List<Double> logRatios, double margin) {
    Question {
      logRatios = List.copyOf(logRatios);
    }

    double[] values() {
      return logRatios.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double slowLimit() {
      return Math.log1p(-margin);
    }

    double fastLimit() {
      return Math.log1p(margin);
    }

    boolean isJudgeable() {
      return logRatios.size() >= FEWEST;
    }
  }

  /**
   * An answer.
   *
   * @param verdict the verdict
   * @param interval the change; null with too few pairs
   * @param adjusted Holm's adjusted probability that a subject which is slower by no more than the
   *     margin looks like this
   */
  record Answer(GateVerdict verdict, @Nullable Interval interval, double adjusted) {}

  /** Judges all subjects of a comparison together. */
  List<Answer> judge(List<Question> questions) {
    double[] adjusted =
        Holm.adjust(
            questions.stream()
                .mapToDouble(
                    question ->
                        question.isJudgeable()
                            ? SignedRank.probabilityBelow(question.values(), question.slowLimit())
                            : 1)
                .toArray());
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      answers.add(judge(questions.get(i), adjusted[i]));
    }
    return answers;
  }

  private Answer judge(Question question, double adjusted) {
    if (!question.isJudgeable()) {
      return new Answer(GateVerdict.INCONCLUSIVE, null, 1);
    }
    double[] ends = Bootstrap.interval(question.values(), share);
    Interval interval = new Interval(HodgesLehmann.of(question.values()), ends[0], ends[1]);
    return new Answer(verdict(question, interval, adjusted), interval, adjusted);
  }

  private GateVerdict verdict(Question question, Interval interval, double adjusted) {
    double slow = question.slowLimit();
    double fast = question.fastLimit();
    double[] values = question.values();
    if (interval.high() < slow && adjusted <= share) {
      return GateVerdict.REGRESSED;
    }
    if (interval.low() > fast && SignedRank.probabilityAbove(values, fast) <= share) {
      return GateVerdict.IMPROVED;
    }
    return interval.low() > slow
            && interval.high() < fast
            && SignedRank.probabilityAbove(values, slow) <= share
            && SignedRank.probabilityBelow(values, fast) <= share
        ? GateVerdict.UNCHANGED
        : GateVerdict.INCONCLUSIVE;
  }
}
