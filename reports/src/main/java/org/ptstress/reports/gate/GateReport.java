package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * The outcome of a comparison.
 *
 * @param baseline where the baseline was read
 * @param candidate where the candidate was read
 * @param unit a sentence that says what speeds are given in
 * @param rows all judged rows
 * @param problems what kept rows from being compared; any makes the gate incomplete
 * @param notes what a reader should know beside the verdicts
 * @param contradictions claims that the candidate's verdicts contradict, one text each; the caller
 *     adds them, see {@link #withContradictions}
 */
public record GateReport(
    String baseline,
    String candidate,
    String unit,
    List<GateRow> rows,
    List<String> problems,
    List<String> notes,
    List<String> contradictions) {
  /** Nothing speaks against the candidate. */
  public static final int PASSED = 0;

  /** A row regressed. */
  public static final int REGRESSED = 1;

  /** A claim is contradicted. */
  public static final int CONTRADICTED = 2;

  /** Something was missing or unreadable, so that the gate cannot vouch for the candidate. */
  public static final int INCOMPLETE = 3;

  /** Copies the lists. */
  public GateReport {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
    contradictions = List.copyOf(contradictions);
  }

  /** The same report, with the claims that the candidate contradicts. */
  public GateReport withContradictions(List<String> claims) {
    return new GateReport(baseline, candidate, unit, rows, problems, notes, claims);
  }

  /** The same report, with further reasons for being incomplete. */
  public GateReport withProblems(List<String> further) {
    List<String> all = new ArrayList<>(problems);
    all.addAll(further);
    return new GateReport(baseline, candidate, unit, rows, all, notes, contradictions);
  }

  /** The rows with a verdict. */
  public List<GateRow> rows(GateVerdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).toList();
  }

  /** How many rows have a verdict. */
  public int count(GateVerdict verdict) {
    return rows(verdict).size();
  }

  /**
   * The exit status of the process. What is incomplete goes before what is contradicted, and that
   * before what regressed. Inconclusive rows alone do not fail.
   *
   * @return {@link #PASSED}, {@link #REGRESSED}, {@link #CONTRADICTED} or {@link #INCOMPLETE}
   */
  public int exitStatus() {
    if (!problems.isEmpty()) {
      return INCOMPLETE;
    }
    if (!contradictions.isEmpty()) {
      return CONTRADICTED;
    }
    return count(GateVerdict.REGRESSED) > 0 ? REGRESSED : PASSED;
  }
}
