package org.ptstress.reports.paired;

import org.ptstress.reports.gate.Labels;

/**
 * What is measured in pairs.
 *
 * @param benchmark the benchmark's full name
 * @param design the design, or "-" where the benchmark has none
 * @param params {@code name=value} pairs, or "-"
 * @param threads the number of threads, at least 1
 */
public record Subject(String benchmark, String design, String params, int threads) {
  /**
   * What reports call it.
   *
   * @return the label of its row
   */
  public String label() {
    return Labels.row(benchmark, design, params, threads);
  }
}
