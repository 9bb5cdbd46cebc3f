package org.ptstress.reports.paired;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;
import org.ptstress.bench.FailedOperationsException;
import org.ptstress.bench.MeasurementException;
import org.ptstress.reports.gate.GateRow;
import org.ptstress.reports.gate.GateVerdict;
import org.ptstress.reports.gate.Interval;
import org.ptstress.reports.paired.PairedJudge.Answer;
import org.ptstress.reports.paired.PairedJudge.Question;
import org.ptstress.run.result.Row;

/** One subject in a batch: its pairs so far, and what they say. */
final class Trial {
  /** Scores are given in millions of operations a second. */
  private static final double MILLION = 1e6;

  private final Row subject;
  private final int batch;
  private final double margin;
  private final Pairs pairs = new Pairs();
  private Answer answer = new Answer(GateVerdict.INCONCLUSIVE, null, 1);
  private @Nullable String failure;
  private boolean failedOperations;
  private int spoilt;

  Trial(Row subject, int batch, double margin) {
    this.subject = subject;
    this.batch = batch;
    this.margin = margin;
  }

  Row subject() {
    return subject;
  }

  Question question() {
    return new Question(pairs.logRatios(), margin);
  }

  /** Whether more pairs may decide it. */
  boolean isOpen() {
    return failure == null && answer.verdict() == GateVerdict.INCONCLUSIVE;
  }

  /** Takes the answer to its question, unless it has ended already. */
  void answer(Answer latest) {
    if (isOpen()) {
      answer = latest;
    }
  }

  /** How many pairs there are, without dropped ones. */
  int count() {
    return pairs.count();
  }

  /**
   * Runs a pair: the one first, then the other, and the other way round the next time. A fork that
   * is no sample runs again at once; one that fails ends this trial and no other.
   */
  void run(Arm baseline, Arm candidate) throws IOException, InterruptedException {
    Turn turn = new Turn(subject, batch, pairs.count() + pairs.dropped());
    try {
      if (turn.pair() % 2 == 0) {
        ForkScores first = fork(baseline, turn);
        pairs.add(first, first.valid() ? fork(candidate, turn) : first);
      } else {
        ForkScores first = fork(candidate, turn);
        pairs.add(first.valid() ? fork(baseline, turn) : first, first);
      }
    } catch (FailedOperationsException e) {
      failure = Objects.requireNonNullElse(e.getMessage(), "operations failed");
      failedOperations = true;
    } catch (MeasurementException e) {
      failure = Objects.requireNonNullElse(e.getMessage(), "a fork failed");
    }
  }

  private ForkScores fork(Arm arm, Turn turn) throws IOException, InterruptedException {
    return Tries.of(
        () -> {
          ForkScores scores = arm.fork(turn);
          if (!scores.valid()) {
            spoilt++;
          }
          return scores;
        });
  }

  /** Ends a trial of which no look has seen a pair: on such a machine none will. */
  void endIfHopeless() {
    if (failure == null && pairs.count() == 0) {
      failure =
          String.format(
              Locale.ROOT,
              "none of %d pairs had the CPUs to itself; measure on a machine that does less else",
              pairs.dropped());
    }
  }

  /**
   * The row of a report.
   *
   * @param looks the looks that it had
   * @param family how many subjects were asked about
   */
  PairedRow row(Looks looks, int family) {
    List<Double> old = pairs.baseline().stream().map(ForkScores::score).toList();
    List<Double> young = pairs.candidate().stream().map(ForkScores::score).toList();
    GateRow row =
        new GateRow(
            answer.verdict(),
            subject,
            false,
            median(old),
            median(young),
            answer.interval(),
            margin,
            answer.adjusted(),
            old.size(),
            young.size(),
            detail(looks, family));
    return new PairedRow(row, old, young, problem(), failedOperations);
  }

  private @Nullable String problem() {
    if (failure != null) {
      return "not compared: " + failure;
    }
    return answer.interval() == null
        ? String.format(
            Locale.ROOT, "not compared: only %d pairs had the CPUs to themselves", pairs.count())
        : null;
  }

  private String detail(Looks looks, int family) {
    List<String> sentences = new ArrayList<>();
    if (spoilt > 0) {
      sentences.add(spoilt + " forks left out, they did not have their CPUs to themselves");
    }
    Interval interval = answer.interval();
    if (failure != null) {
      sentences.add("not compared");
    } else if (interval == null) {
      sentences.add("too few pairs are left for an interval");
    } else if (isOpen()) {
      sentences.add(new Advice(question(), interval, looks, family).toString());
    }
    return String.join("; ", sentences);
  }

  private static double median(List<Double> forks) {
    return forks.isEmpty()
        ? Double.NaN
        : Median.withDefaults().evaluate(forks.stream().mapToDouble(Double::doubleValue).toArray())
            / MILLION;
  }
}
