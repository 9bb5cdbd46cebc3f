package org.ptstress.reports.page;

import java.util.List;

/**
 * The published figures of 2025 beside those of this run.
 *
 * @param rows the single-process workloads
 * @param elsewhere the workloads that this machine is too small for
 */
record ReplayView(List<Row> rows, List<String> elsewhere) {
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

  boolean isEmpty() {
    return rows.isEmpty();
  }
}
