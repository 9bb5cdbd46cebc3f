package org.ptstress.reports.page;

import java.util.List;

/**
 * The published figures of 2025 beside those of this run.
 *
 * @param rows the single-process workloads
 * @param steps what a step along a chain costs there and here
 * @param elsewhere the workloads that this machine is too small for
 */
record ReplayView(List<Row> rows, List<Step> steps, List<String> elsewhere) {
  /**
   * One ratio between two designs.
   *
   * @param workload what is done
   * @param designs what is compared with what
   * @param published the published ratio
   * @param measured the ratio of this run
   * @param deviation measured over published
   */
  record Row(
      String workload, String designs, String published, String measured, String deviation) {}

  /**
   * A step along a chain of mainline, in three ways.
   *
   * @param timers how many timers there are
   * @param published the time that the new hash saves a lookup of the letter, by the steps
   * @param measured the same of this run
   * @param alone a step of one pass along all chains
   */
  record Step(String timers, String published, String measured, String alone) {}

  boolean isEmpty() {
    return rows.isEmpty();
  }
}
