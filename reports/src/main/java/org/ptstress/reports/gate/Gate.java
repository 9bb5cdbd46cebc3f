package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.result.JmhRow;
import org.ptstress.run.result.Row;

/**
 * Compares two stored runs, which may come from different machines or minutes.
 *
 * <p>Only ratios to {@link #YARDSTICK} inside each run are compared. The estimate follows the
 * scores as the runs state them; the noise comes from the spread between forks.
 */
public final class Gate {
  /** The design that every other one is measured against, and whose own moves are watched. */
  public static final String YARDSTICK = "GlobalIdr";

  private static final double SAME_DRAW = 1e-9;

  /** So many rows are named in a note, the rest is counted. */
  private static final int NAMED_ROWS = 5;

  private final RunIndex baseline;
  private final RunIndex candidate;
  private final NoiseModel noise;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Gate(MeasuredRun baselineRun, MeasuredRun candidateRun) {
    baseline = new RunIndex(baselineRun);
    candidate = new RunIndex(candidateRun);
    noise = new NoiseModel(baseline, candidate);
  }

  /**
   * Compares a candidate with a baseline. Never throws for what is in the runs: rows that are
   * missing, measured twice, or no speeds are named in {@link GateReport#problems()}.
   *
   * @param baseline the run that was good enough
   * @param candidate the run in question
   * @param margins how large a change must be to matter
   * @return one judged row for each design and cell, one for each design over all parameters, and
   *     the same for the yardstick
   */
  public static GateReport compare(MeasuredRun baseline, MeasuredRun candidate, Margins margins) {
    return new Gate(baseline, candidate).report(margins);
  }

  private GateReport report(Margins margins) {
    List<Comparison> comparisons = comparisons();
    problems.addAll(baseline.problems());
    problems.addAll(candidate.problems());
    if (comparisons.isEmpty()) {
      problems.add(
          String.format(
              "%s and %s have no row in common that can be compared with %s",
              baseline.source(), candidate.source(), YARDSTICK));
    }
    List<GateRow> rows = new Judge(margins).judge(comparisons);
    if (!comparisons.isEmpty() && comparisons.stream().noneMatch(Comparison::isJudgeable)) {
      problems.add(
          String.format(
              "%s and %s have no row with two forks of each that had their CPUs: nothing was compared",
              baseline.source(), candidate.source()));
    }
    noteNewRows();
    noteEditedScores(baseline);
    noteEditedScores(candidate);
    notes.addAll(YardstickNotes.of(comparisons, rows));
    return new GateReport(
        baseline.source(),
        candidate.source(),
        "Speeds as ratios to " + YARDSTICK + " of the same run, intervals of 95 %.",
        rows,
        problems,
        notes,
        List.of());
  }

  private List<Comparison> comparisons() {
    List<Comparison> rows = new ArrayList<>();
    for (Row cell : baseline.cells()) {
      for (String design : baseline.designs(cell)) {
        if (!candidate.contains(cell, design)) {
          problems.add(candidate.source() + ": missing " + cell.withDesign(design));
        }
      }
      if (!baseline.contains(cell, YARDSTICK)) {
        problems.add(baseline.source() + ": missing the yardstick " + cell.withDesign(YARDSTICK));
      }
      for (String design : baseline.designs(cell)) {
        Comparison row = design.equals(YARDSTICK) ? null : compare(cell, design);
        if (row != null) {
          rows.add(row);
        }
      }
    }
    List<Comparison> designs =
        Stream.concat(rows.stream(), Summaries.overParams(rows).stream()).toList();
    return Stream.concat(designs.stream(), Summaries.ofYardstick(YARDSTICK, designs).stream())
        .toList();
  }

  private @Nullable Comparison compare(Row cell, String design) {
    JmhRow oldDesign = baseline.find(cell, design);
    JmhRow oldYardstick = baseline.find(cell, YARDSTICK);
    JmhRow newDesign = candidate.find(cell, design);
    JmhRow newYardstick = candidate.find(cell, YARDSTICK);
    if (oldDesign == null || oldYardstick == null || newDesign == null || newYardstick == null) {
      return null;
    }
    double oldRatio = oldDesign.speed() / oldYardstick.speed();
    double newRatio = newDesign.speed() / newYardstick.speed();
    int oldForks = fewestForks(oldDesign, oldYardstick);
    int newForks = fewestForks(newDesign, newYardstick);
    List<Contrast> contrasts =
        Math.min(oldForks, newForks) < 2
            ? List.of()
            : List.of(
                new Contrast(
                    Math.log(newRatio) - Math.log(oldRatio),
                    1,
                    Stream.concat(
                            noises(oldDesign, newDesign).stream(),
                            noises(oldYardstick, newYardstick).stream())
                        .toList()));
    return new Comparison(
        cell.withDesign(design),
        false,
        oldRatio,
        newRatio,
        oldForks,
        newForks,
        oldDesign.stolen() + oldYardstick.stolen() + newDesign.stolen() + newYardstick.stolen(),
        Math.log(newYardstick.speed() / oldYardstick.speed()),
        contrasts);
  }

  /** The noises of a measurement and its repetition. */
  private List<Noise> noises(JmhRow old, JmhRow repeated) {
    List<Noise> both = List.of(noise.of(old), noise.of(repeated));
    // Forks that were copied, and perhaps scaled, are the same draw: nothing lies between the two.
    return isSameDraw(repeated.speeds(), old.speeds())
        ? both.stream().map(Noise::silenced).toList()
        : both;
  }

  /**
   * Whether forks are others, each times the same constant. Two measurements that were really made
   * never agree to nine digits in every fork.
   */
  private static boolean isSameDraw(List<Double> forks, List<Double> others) {
    if (forks.size() != others.size() || forks.size() < 2) {
      return false;
    }
    double factor = forks.get(0) / others.get(0);
    for (int i = 1; i < forks.size(); i++) {
      if (!(Math.abs(forks.get(i) / others.get(i) / factor - 1) < SAME_DRAW)) {
        return false;
      }
    }
    return true;
  }

  private static int fewestForks(JmhRow one, JmhRow other) {
    return Math.min(one.speeds().size(), other.speeds().size());
  }

  private void noteNewRows() {
    List<String> added = new ArrayList<>();
    for (Row cell : candidate.cells()) {
      for (String design : candidate.designs(cell)) {
        if (!baseline.contains(cell, design)) {
          added.add(cell.withDesign(design).toString());
        }
      }
    }
    if (!added.isEmpty()) {
      notes.add("new in the candidate, so not compared: " + named(added));
    }
  }

  private void noteEditedScores(RunIndex run) {
    if (!run.editedScores().isEmpty()) {
      notes.add(
          run.source()
              + ": the score is not the mean of its forks, and the score was used: "
              + named(run.editedScores()));
    }
  }

  private static String named(List<String> rows) {
    String names = String.join("; ", rows.subList(0, Math.min(NAMED_ROWS, rows.size())));
    return rows.size() > NAMED_ROWS
        ? names + "; and " + (rows.size() - NAMED_ROWS) + " more"
        : names;
  }
}
