package org.ptstress.reports.paired;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.gate.GateVerdict;
import org.ptstress.reports.gate.Holm;
import org.ptstress.reports.gate.Interval;

/**
 * Decides what the pairs of some subjects say at a look. REGRESSED if the whole interval lies below
 * the margin, and still does by Holm's correction for the number of subjects; IMPROVED if it lies
 * above, UNCHANGED if it lies between the margins; INCONCLUSIVE otherwise, and with too few pairs.
 */
final class PairedJudge {
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

    WalshAverages averages() {
      return WalshAverages.of(logRatios.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double slowLimit() {
      return Math.log1p(-margin);
    }

    double fastLimit() {
      return Math.log1p(margin);
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
    List<WalshAverages> averages = questions.stream().map(Question::averages).toList();
    double[] adjusted =
        Holm.adjust(
            IntStream.range(0, questions.size())
                .mapToDouble(i -> averages.get(i).probabilityBelow(questions.get(i).slowLimit()))
                .toArray());
    return IntStream.range(0, questions.size())
        .mapToObj(i -> answer(questions.get(i), averages.get(i), adjusted[i]))
        .toList();
  }

  private Answer answer(Question question, WalshAverages averages, double adjusted) {
    if (!averages.hasInterval(share)) {
      return new Answer(GateVerdict.INCONCLUSIVE, null, 1);
    }
    Interval interval = averages.interval(share);
    return new Answer(verdict(question, interval, adjusted), interval, adjusted);
  }

  private GateVerdict verdict(Question question, Interval interval, double adjusted) {
    double slow = question.slowLimit();
    double fast = question.fastLimit();
    if (interval.high() < slow && adjusted <= share) {
      return GateVerdict.REGRESSED;
    }
    if (interval.low() > fast) {
      return GateVerdict.IMPROVED;
    }
    return interval.low() > slow && interval.high() < fast
        ? GateVerdict.UNCHANGED
        : GateVerdict.INCONCLUSIVE;
  }
}
