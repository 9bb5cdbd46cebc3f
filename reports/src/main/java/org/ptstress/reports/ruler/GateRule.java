package org.ptstress.reports.ruler;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.ptstress.reports.gate.GateVerdict;
import org.ptstress.reports.gate.Margins;
import org.ptstress.reports.paired.Arm;
import org.ptstress.reports.paired.Looks;
import org.ptstress.reports.paired.PairedGate;
import org.ptstress.reports.paired.PairedRow;
import org.ptstress.run.result.Row;

/**
 * The gate as users have it, with forks that have run instead of new ones: all benchmarks in one
 * comparison, of which one may be slower, with all looks, Holm's correction and the confirmation of
 * what regressed.
 */
final class GateRule implements Rule {
  private final Map<Row, Rounds> benchmarks = new LinkedHashMap<>();
  private final Margins margins;

  GateRule(List<Rounds> benchmarks, Margins margins) {
    benchmarks.forEach(each -> this.benchmarks.put(each.subject(), each));
    this.margins = margins;
  }

  @Override
  public String label() {
    return "gate";
  }

  @Override
  public Decision decide(Window window) throws IOException, InterruptedException {
    Row asked = window.rounds().subject();
    AtomicInteger pairs = new AtomicInteger();
    Arm candidate = arm(window, window.candidate(), Slot.SAME);
    PairedGate gate =
        new PairedGate(
            arm(window, window.baseline(), Slot.BASE),
            turn -> {
              if (turn.subject().equals(asked)) {
                pairs.incrementAndGet();
              }
              return candidate.fork(turn);
            },
            margins,
            Looks.endingAt(Ruler.WINDOW),
            (done, total, what) -> {});
    List<Row> subjects = List.copyOf(benchmarks.keySet());
    List<PairedRow> rows = gate.compare(subjects);
    GateVerdict verdict = rows.get(subjects.indexOf(asked)).row().verdict();
    return new Decision(
        verdict == GateVerdict.REGRESSED, verdict == GateVerdict.INCONCLUSIVE, pairs.get());
  }

  /** An arm in which the benchmark in question has one slot, and all others have another. */
  private Arm arm(Window window, Slot ofAsked, Slot ofOthers) {
    return turn -> {
      Rounds rounds = requireNonNull(benchmarks.get(turn.subject()));
      Slot slot = rounds == window.rounds() ? ofAsked : ofOthers;
      // The confirmation takes the rounds after those that the first batch may have.
      return rounds.fork(slot, window.from() + (turn.batch() - 1) * Ruler.WINDOW + turn.pair());
    };
  }
}
