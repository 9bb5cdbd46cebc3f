package org.ptstress.reports.paired;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.ptstress.reports.gate.GateRow;
import org.ptstress.reports.gate.Interval;
import org.ptstress.reports.gate.Margins;
import org.ptstress.reports.gate.Verdict;
import org.ptstress.reports.paired.PairedJudge.Answer;
import org.ptstress.reports.paired.PairedJudge.Question;

/**
 * Compares two arms: runs pairs of forks until every subject is decided or the last look is over;
 * then measures what regressed once more from the start, because what is real comes back.
 */
public final class PairedGate {
  /** Scores are given in millions of operations a second. */
  private static final double MILLION = 1e6;

  private final Arm baseline;
  private final Arm candidate;
  private final Margins margins;
  private final Looks looks;
  private final Progress progress;

  /** Is told how far the comparison is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Is told after each pair.
     *
     * @param done pairs that ran
     * @param total pairs that will have run if no further subject is decided early
     * @param what the subject of the last one
     */
    void at(long done, long total, String what);
  }

  /**
   * Prepares a comparison.
   *
   * @param baseline what to compare with
   * @param candidate what to judge
   * @param margins how large a change must be to matter
   * @param looks at how many pairs a subject may be decided
   * @param progress is told of every pair
   */
  public PairedGate(Arm baseline, Arm candidate, Margins margins, Looks looks, Progress progress) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.margins = margins;
    this.looks = looks;
    this.progress = progress;
  }

  /**
   * Compares.
   *
   * @param subjects what to measure, each once
   * @return a row for each, in their order; the columns of the scores hold medians in millions of
   *     operations a second
   * @throws IOException if a fork fails
   * @throws InterruptedException if the calling thread is interrupted
   */
  public List<PairedRow> compare(List<Subject> subjects) throws IOException, InterruptedException {
    List<PairedRow> rows = batch(subjects);
    List<Subject> flagged =
        IntStream.range(0, rows.size())
            .filter(i -> isRegressed(rows.get(i)))
            .mapToObj(subjects::get)
            .toList();
    if (flagged.isEmpty()) {
      return rows;
    }
    Iterator<PairedRow> again = batch(flagged).iterator();
    return rows.stream().map(row -> isRegressed(row) ? confirmed(again.next()) : row).toList();
  }

  private static boolean isRegressed(PairedRow row) {
    return row.row().verdict() == Verdict.REGRESSED;
  }

  private static PairedRow confirmed(PairedRow second) {
    return isRegressed(second)
        ? second
        : new PairedRow(
            second
                .row()
                .withVerdict(
                    Verdict.INCONCLUSIVE, "regressed at first and did not when measured once more"),
            second.baseline(),
            second.candidate());
  }

  /** One subject in a batch. */
  private static final class Trial {
    private final Subject subject;
    private final double margin;
    private final Pairs pairs = new Pairs();
    private Answer answer = new Answer(Verdict.INCONCLUSIVE, null, 1);

    Trial(Subject subject, double margin) {
      this.subject = subject;
      this.margin = margin;
    }

    Question question() {
      return new Question(pairs.logRatios(), margin);
    }

    boolean isOpen() {
      return answer.verdict() == Verdict.INCONCLUSIVE;
    }
  }

  /** One batch of forks for some subjects, through all looks. */
  private List<PairedRow> batch(List<Subject> subjects) throws IOException, InterruptedException {
    List<Trial> trials =
        subjects.stream()
            .map(subject -> new Trial(subject, margins.of(subject.threads())))
            .toList();
    long done = 0;
    for (Looks.Look look : looks.all()) {
      List<Trial> open = trials.stream().filter(Trial::isOpen).toList();
      done = run(open, look.pairs(), done);
      List<Answer> answers =
          new PairedJudge(look).judge(trials.stream().map(Trial::question).toList());
      for (Trial trial : open) {
        trial.answer = answers.get(trials.indexOf(trial));
      }
    }
    return trials.stream().map(PairedGate::row).toList();
  }

  /**
   * Runs pairs of some subjects in turns up to a look. A dropped pair runs again, but no look takes
   * more than twice its pairs.
   */
  private long run(List<Trial> open, int look, long before)
      throws IOException, InterruptedException {
    long done = before;
    List<Trial> lacking = open;
    for (int round = 0; round < 2 * look && !lacking.isEmpty(); round++) {
      for (Trial trial : lacking) {
        run(trial);
        done++;
        long left =
            open.stream().mapToLong(each -> Math.max(0, looks.most() - each.pairs.count())).sum();
        progress.at(done, done + left, trial.subject.design());
      }
      lacking = open.stream().filter(trial -> trial.pairs.count() < look).toList();
    }
    return done;
  }

  /** A pair: the one first, then the other, and the other way round the next time. */
  private void run(Trial trial) throws IOException, InterruptedException {
    if ((trial.pairs.count() + trial.pairs.dropped()) % 2 == 0) {
      ForkScores first = baseline.fork(trial.subject);
      trial.pairs.add(first, candidate.fork(trial.subject));
    } else {
      ForkScores first = candidate.fork(trial.subject);
      trial.pairs.add(baseline.fork(trial.subject), first);
    }
  }

  private static PairedRow row(Trial trial) {
    List<Double> old = trial.pairs.baseline().stream().map(ForkScores::score).toList();
    List<Double> young = trial.pairs.candidate().stream().map(ForkScores::score).toList();
    Subject subject = trial.subject;
    return new PairedRow(
        new GateRow(
            trial.answer.verdict(),
            subject.benchmark(),
            subject.design(),
            subject.params(),
            subject.threads(),
            median(old),
            median(young),
            trial.answer.interval(),
            trial.margin,
            trial.answer.adjusted(),
            old.size(),
            young.size(),
            detail(trial)),
        old,
        young);
  }

  private static String detail(Trial trial) {
    List<String> sentences = new ArrayList<>();
    if (trial.pairs.dropped() > 0) {
      sentences.add(
          trial.pairs.dropped() + " pairs dropped, their threads did not run in parallel");
    }
    if (trial.isOpen()) {
      Interval interval = trial.answer.interval();
      sentences.add(
          interval == null
              ? "too few pairs are left for an interval"
              : whatWouldDecide(trial.question(), interval));
    }
    return String.join("; ", sentences);
  }

  /** The smallest slowdown that would have shown, and the pairs that would decide. */
  private static String whatWouldDecide(Question question, Interval interval) {
    int pairs = question.logRatios().size();
    double half = interval.halfWidth();
    double distance =
        Math.min(
            Math.abs(interval.effect() - question.slowLimit()),
            Math.abs(interval.effect() - question.fastLimit()));
    // The width of an interval falls with the root of the number of pairs.
    double needed = Math.ceil(pairs * (half / distance) * (half / distance));
    return String.format(
        Locale.ROOT,
        "sees slowdowns from %.0f %%; %s",
        -100 * Math.expm1(question.slowLimit() - half),
        needed > 1_000
            ? "not decidable with 1000 pairs"
            : String.format(
                Locale.ROOT,
                "about %.0f pairs would decide (--pairs)",
                Math.max(needed, pairs + 1)));
  }

  private static double median(List<Double> forks) {
    return forks.isEmpty()
        ? Double.NaN
        : Median.withDefaults().evaluate(forks.stream().mapToDouble(Double::doubleValue).toArray())
            / MILLION;
  }
}
