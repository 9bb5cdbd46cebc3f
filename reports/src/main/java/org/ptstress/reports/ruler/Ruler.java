package org.ptstress.reports.ruler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ptstress.reports.gate.Margins;

/** Holds rules against rounds of some benchmarks. */
public final class Ruler {
  /** How many pairs a comparison may take. */
  public static final int WINDOW = 20;

  /** The fewest rounds: a comparison and its confirmation share none of them. */
  public static final int FEWEST = 2 * WINDOW;

  private final List<Rounds> benchmarks;
  private final List<Rule> rules;

  /**
   * Prepares.
   *
   * @param benchmarks what was measured; those with fewer rounds than {@link #FEWEST} are left out
   * @param margins the margins of the gate
   */
  public Ruler(List<Rounds> benchmarks, Margins margins) {
    this.benchmarks = benchmarks.stream().filter(each -> each.count() >= FEWEST).toList();
    List<Rule> all = new ArrayList<>();
    all.add(new GateRule(this.benchmarks, margins));
    all.addAll(List.of(CommonRule.values()));
    this.rules = List.copyOf(all);
  }

  /**
   * Holds every rule against every slowdown of every benchmark, beginning at every round.
   *
   * @return the rates
   * @throws IOException never, the forks have run
   * @throws InterruptedException never, for the same reason
   */
  public List<RulerRow> rows() throws IOException, InterruptedException {
    List<RulerRow> rows = new ArrayList<>();
    for (Rounds benchmark : benchmarks) {
      for (Rule rule : rules) {
        for (Slot slot : Slot.COMPARED) {
          rows.add(row(benchmark, rule, slot));
        }
      }
    }
    return rows;
  }

  private static RulerRow row(Rounds benchmark, Rule rule, Slot slot)
      throws IOException, InterruptedException {
    List<Rule.Decision> decisions = new ArrayList<>();
    for (int from = 0; from < benchmark.count(); from++) {
      decisions.add(rule.decide(new Window(benchmark, slot.baseline(), slot, from)));
      if (slot == Slot.SAME) {
        // Neither is the candidate, so each is in turn.
        decisions.add(rule.decide(new Window(benchmark, slot, slot.baseline(), from)));
      }
    }
    int flagged = (int) decisions.stream().filter(Rule.Decision::flagged).count();
    double pairs = decisions.stream().mapToInt(Rule.Decision::pairs).average().orElseThrow();
    // Windows share their pairs: there are only as many independent ones as fit beside each other.
    double independent = benchmark.count() / pairs;
    Rate rate = Rate.of(independent * flagged / decisions.size(), independent);
    return new RulerRow(
        benchmark.subject().toString(),
        rule.label(),
        slot.percent(),
        decisions.stream().mapToInt(Rule.Decision::pairs).max().orElseThrow(),
        decisions.size(),
        flagged,
        (int) decisions.stream().filter(Rule.Decision::inconclusive).count(),
        rate.low(),
        rate.high());
  }
}
