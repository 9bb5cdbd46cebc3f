package org.ptstress.reports.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.gate.Side.FailedFork;
import org.ptstress.reports.gate.Side.ForkRequest;
import org.ptstress.reports.gate.SpeedJudge.Answer;
import org.ptstress.reports.gate.SpeedJudge.Question;
import org.ptstress.run.measurement.Row;

/** One subject in a batch: its pairs so far, and what they say. */
final class Trial {
  /** So often a fork runs that is no sample, because something else had its CPUs. */
  private static final int MAX_ATTEMPTS = 6;

  private final Row subject;
  private final int batch;
  private final double margin;
  private final Pairs pairs = new Pairs();
  private Answer answer = new Answer(GateVerdict.INCONCLUSIVE, null);
  private @Nullable String failure;
  private boolean failedOperations;
  private int discarded;

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

  /** The number of pairs, without dropped ones. */
  int count() {
    return pairs.count();
  }

  /**
   * Runs a pair: the one first, then the other, and the other way round the next time. A fork that
   * is no sample runs again at once; one that fails ends this trial and no other.
   */
  void run(Side baseline, Side candidate) throws IOException, InterruptedException {
    ForkRequest request = new ForkRequest(subject, batch, pairs.count() + pairs.dropped());
    try {
      if (request.pair() % 2 == 0) {
        ForkScores first = fork(baseline, request);
        pairs.add(first, first.valid() ? fork(candidate, request) : first);
      } else {
        ForkScores first = fork(candidate, request);
        pairs.add(first.valid() ? fork(baseline, request) : first, first);
      }
    } catch (FailedFork e) {
      failure = Objects.requireNonNullElse(e.getMessage(), "a fork failed");
      failedOperations = e.isOfOperations();
    }
  }

  private ForkScores fork(Side side, ForkRequest request) throws IOException, InterruptedException {
    ForkScores scores = side.fork(request);
    for (int attempts = 1; attempts < MAX_ATTEMPTS && !scores.valid(); attempts++) {
      discarded++;
      scores = side.fork(request);
    }
    discarded += scores.valid() ? 0 : 1;
    return scores;
  }

  /** Ends a trial of which no look has seen a pair: on such a machine none will. */
  void endIfHopeless() {
    if (failure == null && pairs.count() == 0) {
      failure =
          String.format(
              Locale.ROOT,
              "none of %d pairs had the CPUs to itself; measure on an idle machine",
              pairs.dropped());
    }
  }

  /**
   * The row of a report.
   *
   * @param rule the looks that it had
   * @param family the number of subjects that were asked about
   */
  TimedRow row(StoppingRule rule, int family) {
    return new TimedRow(
        subject,
        answer.verdict(),
        pairs.baseline().stream().map(ForkScores::score).toList(),
        pairs.candidate().stream().map(ForkScores::score).toList(),
        answer.interval(),
        margin,
        detail(rule, family),
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

  private String detail(StoppingRule rule, int family) {
    List<String> sentences = new ArrayList<>();
    if (discarded > 0) {
      sentences.add(discarded + " forks discarded, which did not have their CPUs to themselves");
    }
    Interval interval = answer.interval();
    if (failure != null) {
      sentences.add("not compared");
    } else if (interval == null) {
      sentences.add("too few pairs are left for an interval");
    } else if (isOpen()) {
      sentences.add(new Advice(question(), interval, rule, family).toString());
    }
    return String.join("; ", sentences);
  }
}
