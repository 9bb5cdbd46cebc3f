package org.ptstress.reports.gate;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.ptstress.reports.gate.SpeedJudge.Answer;
import org.ptstress.run.measurement.Row;

/**
 * Compares two arms: runs pairs of forks until every subject is decided or the last look is over;
 * then measures what regressed once more from the start, because what is real comes back.
 */
public final class PairedGate {
  private final Side baseline;
  private final Side candidate;
  private final Margins margins;
  private final StoppingRule rule;
  private final Progress progress;

  /** Receives progress. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Receives the state after each pair.
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
   * @param baseline the baseline
   * @param candidate the candidate
   * @param margins the smallest change that matters
   * @param rule at how many pairs a subject may be decided
   * @param progress receives every pair
   */
  public PairedGate(
      Side baseline, Side candidate, Margins margins, StoppingRule rule, Progress progress) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.margins = margins;
    this.rule = rule;
    this.progress = progress;
  }

  /**
   * Compares.
   *
   * @param subjects what to measure, each once
   * @return a row for each, in their order
   * @throws IOException if a fork cannot be started or its result not be read
   * @throws InterruptedException if the calling thread is interrupted
   */
  public List<TimedRow> compare(List<Row> subjects) throws IOException, InterruptedException {
    List<TimedRow> rows = batch(subjects, 1);
    List<Row> flagged =
        IntStream.range(0, rows.size())
            .filter(i -> isRegressed(rows.get(i)))
            .mapToObj(subjects::get)
            .toList();
    if (flagged.isEmpty()) {
      return rows;
    }
    Iterator<TimedRow> again = batch(flagged, 2).iterator();
    return rows.stream().map(row -> isRegressed(row) ? confirmed(again.next()) : row).toList();
  }

  private static boolean isRegressed(TimedRow row) {
    return row.verdict() == GateVerdict.REGRESSED;
  }

  private static TimedRow confirmed(TimedRow second) {
    return isRegressed(second) || second.problem() != null
        ? second
        : second.inconclusive("regressed at first, but not in a second measurement");
  }

  /** One batch of forks for some subjects, through all looks. */
  List<TimedRow> batch(List<Row> subjects, int number) throws IOException, InterruptedException {
    List<Trial> trials =
        subjects.stream()
            .map(subject -> new Trial(subject, number, margins.of(subject.threads())))
            .toList();
    long done = 0;
    for (StoppingRule.Look look : rule.all()) {
      List<Trial> open = trials.stream().filter(Trial::isOpen).toList();
      done = run(open, look.pairs(), done);
      List<Answer> answers =
          new SpeedJudge(look).judge(trials.stream().map(Trial::question).toList());
      for (int i = 0; i < answers.size(); i++) {
        trials.get(i).answer(answers.get(i));
      }
    }
    return trials.stream().map(trial -> trial.row(rule, trials.size())).toList();
  }

  /**
   * Runs pairs of some subjects in turns up to a look. A dropped pair runs again, but no look takes
   * more than half as many again as its pairs.
   */
  private long run(List<Trial> open, int look, long before)
      throws IOException, InterruptedException {
    long done = before;
    List<Trial> lacking = open;
    for (int round = 0; round < look + look / 2 && !lacking.isEmpty(); round++) {
      for (Trial trial : lacking) {
        trial.run(baseline, candidate);
        done++;
        long left =
            open.stream()
                .filter(Trial::isOpen)
                .mapToLong(each -> Math.max(0, rule.most() - each.count()))
                .sum();
        progress.at(done, done + left, trial.subject().design());
      }
      lacking = open.stream().filter(trial -> trial.isOpen() && trial.count() < look).toList();
    }
    open.forEach(Trial::endIfHopeless);
    return done;
  }
}
