package org.ptstress.reports.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.gate.Arm.FailedFork;
import org.ptstress.reports.gate.Arm.Turn;
import org.ptstress.reports.gate.Judge.Answer;
import org.ptstress.reports.gate.Judge.Question;
import org.ptstress.run.result.Row;

/** One subject in a batch: its pairs so far, and what they say. */
final class Trial {
  /** So often a fork runs that is no sample, because something else had its CPUs. */
  private static final int TRIES = 6;

  private final Row subject;
  private final int batch;
  private final double margin;
  private final Pairs pairs = new Pairs();
  private Answer answer = new Answer(GateVerdict.INCONCLUSIVE, null);
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
    } catch (FailedFork e) {
      failure = Objects.requireNonNullElse(e.getMessage(), "a fork failed");
      failedOperations = e.isOfOperations();
    }
  }

  private ForkScores fork(Arm arm, Turn turn) throws IOException, InterruptedException {
    ForkScores scores = arm.fork(turn);
    for (int tries = 1; tries < TRIES && !scores.valid(); tries++) {
      spoilt++;
      scores = arm.fork(turn);
    }
    spoilt += scores.valid() ? 0 : 1;
    return scores;
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
  TimedRow row(Looks looks, int family) {
    return new TimedRow(
        subject,
        answer.verdict(),
        pairs.baseline().stream().map(ForkScores::score).toList(),
        pairs.candidate().stream().map(ForkScores::score).toList(),
        answer.interval(),
        margin,
        detail(looks, family),
        problem(),
        failedOperations);
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
}
