package org.ptstress.reports.ruler;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ptstress.reports.paired.ForkScores;
import org.ptstress.reports.paired.HodgesLehmann;

/** Measures rounds of one benchmark, and holds rules against them. */
public final class Ruler {
  /** How many pairs a comparison may take. */
  public static final int WINDOW = 20;

  /** A fork that did not have its CPUs runs again; one that never has them spoils its round. */
  private static final int TRIES = 4;

  private final double margin;
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
   * @param margin the margin of the gate, as a fraction between 0 and 1
   */
  public Ruler(double margin) {
    this.margin = margin;
  }

  /**
   * Measures one round.
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
      ForkScores scores = forks.run(slot);
      for (int tries = 1; tries < TRIES && !scores.parallel(); tries++) {
        scores = forks.run(slot);
      }
      round.put(slot, scores);
    }
    if (round.values().stream().allMatch(ForkScores::parallel)) {
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
  public int rounds() {
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
        rounds.stream()
            .mapToDouble(round -> Math.log(score(round, slot.baseline()) / score(round, slot)))
            .toArray();
    return logRatios.length == 0 ? Double.NaN : Math.expm1(HodgesLehmann.of(logRatios));
  }

  private static double score(Map<Slot, ForkScores> round, Slot slot) {
    return requireNonNull(round.get(slot)).score();
  }

  /**
   * Holds every rule against every slowdown, in every window of {@value #WINDOW} rounds in a row.
   *
   * @param benchmark what was measured
   * @return the rates; empty if there are fewer rounds than that
   */
  public List<RulerRow> rows(String benchmark) {
    List<RulerRow> rows = new ArrayList<>();
    if (rounds.size() < WINDOW) {
      return rows;
    }
    for (Rule rule : Rule.values()) {
      for (Slot slot : List.of(Slot.SAME, Slot.FIVE, Slot.TEN, Slot.TWENTY)) {
        rows.add(row(benchmark, rule, slot));
      }
    }
    return rows;
  }

  private RulerRow row(String benchmark, Rule rule, Slot slot) {
    List<ForkScores> baseline = forks(slot.baseline());
    List<ForkScores> candidate = forks(slot);
    List<Rule.Decision> decisions = new ArrayList<>();
    for (int from = 0; from + WINDOW <= rounds.size(); from++) {
      List<ForkScores> old = baseline.subList(from, from + WINDOW);
      List<ForkScores> young = candidate.subList(from, from + WINDOW);
      decisions.add(rule.decide(old, young, margin));
      if (slot == Slot.SAME) {
        // Neither is the candidate, so each is in turn.
        decisions.add(rule.decide(young, old, margin));
      }
    }
    int flagged = (int) decisions.stream().filter(Rule.Decision::flagged).count();
    double pairs = decisions.stream().mapToInt(Rule.Decision::pairs).average().orElseThrow();
    // Windows share their pairs: there are only as many independent ones as fit beside each other.
    double independent = rounds.size() / pairs;
    Rate rate = Rate.of(independent * flagged / decisions.size(), independent);
    return new RulerRow(
        benchmark,
        rule.label(),
        slot.percent(),
        decisions.stream().mapToInt(Rule.Decision::pairs).max().orElseThrow(),
        decisions.size(),
        flagged,
        (int) decisions.stream().filter(Rule.Decision::inconclusive).count(),
        rate.low(),
        rate.high());
  }

  private List<ForkScores> forks(Slot slot) {
    return rounds.stream().map(round -> requireNonNull(round.get(slot))).toList();
  }
}
