package org.ptstress.reports.page;

import java.util.List;
import java.util.Locale;

/**
 * What differs between the first run and another.
 *
 * @param from the first run's short label
 * @param to the other run's short label
 * @param hosts what to know of the two machines, in a sentence
 * @param sameHost whether absolute numbers can be compared
 * @param verdicts the verdicts that differ, the gravest first
 * @param missing what only one of the runs has a verdict on, in a sentence, or empty
 * @param speeds the speeds that changed beyond the margin and the noise, the largest change first
 * @param unchanged how many speeds are as before
 * @param inconclusive how many speeds the noise leaves undecided
 * @param problems why speeds were not compared, in sentences
 * @param notes what else to know of the speeds
 */
record ChangesView(
    String from,
    String to,
    String hosts,
    boolean sameHost,
    List<VerdictChange> verdicts,
    String missing,
    List<SpeedChange> speeds,
    int unchanged,
    int inconclusive,
    List<String> problems,
    List<String> notes) {
  /** So many problems stand above the answer; two profiles have hundreds of rows that differ. */
  private static final int SHOWN = 3;

  /** The problems that are seen at once. */
  List<String> firstProblems() {
    return problems.subList(0, Math.min(SHOWN, problems.size()));
  }

  /** Those that have to be unfolded. */
  List<String> otherProblems() {
    return problems.subList(firstProblems().size(), problems.size());
  }

  /**
   * A verdict that differs.
   *
   * @param before the cell of the first run
   * @param after the cell of the other run
   */
  record VerdictChange(CellView before, CellView after) {}

  /**
   * A speed that changed.
   *
   * @param what the benchmark with its parameters
   * @param design the design
   * @param word whether it became slower or faster
   * @param slower whether it became slower
   * @param change the change with its interval, in per cent
   * @param ratioBefore the ratio to the yardstick in the first run
   * @param ratioAfter the same in the other run
   * @param before the score of the first run, or empty
   * @param after the score of the other run, or empty
   */
  record SpeedChange(
      String what,
      String design,
      String word,
      boolean slower,
      String change,
      String ratioBefore,
      String ratioAfter,
      String before,
      String after) {}

  /** How many speeds were compared. */
  int compared() {
    return speeds.size() + unchanged + inconclusive;
  }

  /** The outcome in a sentence. */
  String sentence() {
    long slower = speeds.stream().filter(SpeedChange::slower).count();
    return String.format(
        Locale.ROOT,
        "%s; of %s %d slower, %d faster, %d unchanged, %d inconclusive.",
        verdicts.isEmpty() ? "No verdict differs" : differing(),
        Format.count(compared(), "speed"),
        slower,
        speeds.size() - slower,
        unchanged,
        inconclusive);
  }

  private String differing() {
    return verdicts.size() == 1 ? "1 verdict differs" : verdicts.size() + " verdicts differ";
  }
}
