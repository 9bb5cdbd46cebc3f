package org.ptstress.reports.gate;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ptstress.run.measurement.Row;

/**
 * Rounds of forks, some of which are slower by a known part, and what the gate says of them. Every
 * {@value #WINDOW} rounds in a row stand for one comparison, from every round on; after the last
 * round comes the first. It is the gate as users have it: all benchmarks in one comparison, of
 * which one may be slower, with all looks, Holm's correction, and a confirmation from the rounds
 * that follow.
 */
public final class Ruler {
  /** How many pairs a comparison may take. */
  static final int WINDOW = 20;

  private static final int MAX_ATTEMPTS = 6;

  /** The fewest rounds: a comparison and its confirmation share none of them. */
  public static final int FEWEST = 2 * WINDOW;

  private final Margins margins;
  private final Map<Row, List<Map<RulerFork, ForkScores>>> rounds = new LinkedHashMap<>();
  private boolean back;

  /** Measures some benchmarks, for a gate with some margins. */
  public Ruler(List<Row> benchmarks, Margins margins) {
    this.margins = margins;
    benchmarks.forEach(row -> rounds.put(row, new ArrayList<>()));
  }

  /**
   * The forks of a round, in the order in which every other round runs them; the rounds between run
   * them the other way round. What is paired runs one right after the other, but for the slowest.
   */
  public enum RulerFork {
    /** Takes 5 per cent longer. */
    FIVE(5),
    /** The baseline. */
    BASE(0),
    /** The same code once more. */
    SAME(0),
    /** Takes 10 per cent longer. */
    TEN(10),
    /** Takes 20 per cent longer. */
    TWENTY(20);

    private final int percent;

    RulerFork(int percent) {
      this.percent = percent;
    }

    /** How much longer an operation takes, in per cent. */
    public int percent() {
      return percent;
    }

    private RulerFork baseline() {
      return this == FIVE || this == SAME ? BASE : SAME;
    }
  }

  /** Runs a fork of a benchmark that is slower by the per cent of a ruler fork. */
  @FunctionalInterface
  public interface Forks {
    /** Runs it to its end. */
    ForkScores run(Row row, RulerFork side) throws IOException, InterruptedException;
  }

  /** Measures a round of each benchmark; one with a fork that has no CPUs does not count. */
  public void measure(Forks forks) throws IOException, InterruptedException {
    List<RulerFork> order = new ArrayList<>(List.of(RulerFork.values()));
    if (back) {
      Collections.reverse(order);
    }
    back = !back;
    for (Map.Entry<Row, List<Map<RulerFork, ForkScores>>> each : rounds.entrySet()) {
      Map<RulerFork, ForkScores> round = new EnumMap<>(RulerFork.class);
      for (RulerFork side : order) {
        round.put(side, fork(forks, each.getKey(), side));
      }
      if (round.values().stream().allMatch(ForkScores::valid)) {
        each.getValue().add(round);
      }
    }
  }

  /** One that is no sample runs again, as in the gate. */
  private static ForkScores fork(Forks forks, Row row, RulerFork side)
      throws IOException, InterruptedException {
    ForkScores scores = forks.run(row, side);
    for (int attempts = 1; attempts < MAX_ATTEMPTS && !scores.valid(); attempts++) {
      scores = forks.run(row, side);
    }
    return scores;
  }

  /** How many rounds of a benchmark count. */
  public int count(Row row) {
    return of(row).size();
  }

  private List<Map<RulerFork, ForkScores>> of(Row row) {
    return requireNonNull(rounds.get(row));
  }

  /**
   * How much longer the operations of a ruler fork took, over all rounds; 0.1 is a tenth longer.
   */
  public double slowdown(Row row, RulerFork side) {
    double[] logRatios =
        IntStream.range(0, count(row))
            .mapToDouble(
                round ->
                    Math.log(
                        fork(row, side.baseline(), round).score() / fork(row, side, round).score()))
            .toArray();
    return Math.expm1(WalshAverages.of(logRatios).centre());
  }

  /** What the gate says of a benchmark that is slower by a ruler fork, from every round on. */
  public List<GateVerdict> verdicts(Row row, RulerFork side)
      throws IOException, InterruptedException {
    List<GateVerdict> verdicts = new ArrayList<>();
    for (int from = 0; from < count(row); from++) {
      verdicts.add(verdict(row, side.baseline(), side, from));
      if (side == RulerFork.SAME) {
        // Neither is the candidate, so each is in turn.
        verdicts.add(verdict(row, side, side.baseline(), from));
      }
    }
    return verdicts;
  }

  private GateVerdict verdict(Row asked, RulerFork baseline, RulerFork candidate, int from)
      throws IOException, InterruptedException {
    List<Row> subjects = List.copyOf(rounds.keySet());
    PairedGate gate =
        new PairedGate(
            request ->
                fork(request, request.subject().equals(asked) ? baseline : RulerFork.BASE, from),
            request ->
                fork(request, request.subject().equals(asked) ? candidate : RulerFork.SAME, from),
            margins,
            StoppingRule.endingAt(WINDOW),
            (done, total, what) -> {});
    return gate.compare(subjects).get(subjects.indexOf(asked)).verdict();
  }

  /** The confirmation takes the rounds after those that the first batch may have. */
  private ForkScores fork(Side.ForkRequest request, RulerFork side, int from) {
    return fork(request.subject(), side, from + (request.batch() - 1) * WINDOW + request.pair());
  }

  private ForkScores fork(Row row, RulerFork side, int round) {
    return requireNonNull(of(row).get(round % count(row)).get(side));
  }
}
