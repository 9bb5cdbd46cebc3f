package org.ptstress.reports.ruler;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ptstress.reports.paired.ForkScores;
import org.ptstress.reports.paired.Tries;
import org.ptstress.reports.paired.WalshAverages;
import org.ptstress.run.result.Row;

/** The rounds of one benchmark. */
public final class Rounds {
  private final Row subject;
  private final List<Map<Slot, ForkScores>> rounds = new ArrayList<>();
  private int spoilt;

  /** Runs a fork. */
  @FunctionalInterface
  public interface Forks {
    /**
     * Runs a fork of the benchmark to its end.
     *
     * @param slot how much slower it is to be
     * @return what it measured
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the calling thread is interrupted
     */
    ForkScores run(Slot slot) throws IOException, InterruptedException;
  }

  /**
   * Prepares.
   *
   * @param subject what is measured
   */
  public Rounds(Row subject) {
    this.subject = subject;
  }

  /**
   * What is measured.
   *
   * @return the subject
   */
  public Row subject() {
    return subject;
  }

  /**
   * Measures one round. A fork that never has its CPUs to itself spoils it.
   *
   * @param forks runs its forks
   * @throws IOException if one cannot be started
   * @throws InterruptedException if the calling thread is interrupted
   */
  public void measure(Forks forks) throws IOException, InterruptedException {
    List<Slot> order = new ArrayList<>(List.of(Slot.values()));
    if ((rounds.size() + spoilt) % 2 == 1) {
      Collections.reverse(order);
    }
    Map<Slot, ForkScores> round = new EnumMap<>(Slot.class);
    for (Slot slot : order) {
      round.put(slot, Tries.of(() -> forks.run(slot)));
    }
    if (round.values().stream().allMatch(ForkScores::valid)) {
      rounds.add(round);
    } else {
      spoilt++;
    }
  }

  /**
   * How many rounds count.
   *
   * @return the number, without those that were spoilt
   */
  public int count() {
    return rounds.size();
  }

  /**
   * How many rounds do not count.
   *
   * @return the number of rounds in which a fork never had its CPUs
   */
  public int spoilt() {
    return spoilt;
  }

  /**
   * How much longer the operations of a slot took, over all rounds.
   *
   * @param slot the slot
   * @return the fraction: 0.1 is a tenth longer; NaN if no round counts
   */
  public double slowdown(Slot slot) {
    double[] logRatios =
        IntStream.range(0, rounds.size())
            .mapToDouble(
                round -> Math.log(fork(slot.baseline(), round).score() / fork(slot, round).score()))
            .toArray();
    return logRatios.length == 0 ? Double.NaN : Math.expm1(WalshAverages.of(logRatios).centre());
  }

  /** A fork; after the last round comes the first again. */
  ForkScores fork(Slot slot, int round) {
    return requireNonNull(rounds.get(round % rounds.size()).get(slot));
  }

  /** The forks of so many rounds in a row. */
  List<ForkScores> forks(Slot slot, int from, int count) {
    return IntStream.range(from, from + count).mapToObj(round -> fork(slot, round)).toList();
  }
}
