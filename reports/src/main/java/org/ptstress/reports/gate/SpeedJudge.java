package org.ptstress.reports.gate;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the pairs of some subjects say at a look. REGRESSED if the whole interval lies below
 * the margin, and still does by Holm's correction for the number of subjects; IMPROVED if it lies
 * above, UNCHANGED if it lies between the margins; INCONCLUSIVE otherwise, and with too few pairs.
 */
final class SpeedJudge {
  private final double share;

  /**
   * Makes a judge.
   *
   * @param look which look it is
   */
  SpeedJudge(StoppingRule.Look look) {
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
   */
  record Answer(GateVerdict verdict, @Nullable Interval interval) {}

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
      return new Answer(GateVerdict.INCONCLUSIVE, null);
    }
    Interval interval = averages.interval(share);
    GateVerdict verdict = GateVerdict.of(interval, question.margin());
    boolean chance = verdict == GateVerdict.REGRESSED && adjusted > share;
    return new Answer(chance ? GateVerdict.INCONCLUSIVE : verdict, interval);
  }
}
