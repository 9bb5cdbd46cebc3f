package org.ptstress.reports.page.speed;

import java.util.List;

/**
 * The published figures of 2025 beside those of this run.
 *
 * @param rows the workloads, each with three ratios
 * @param steps what a step along a chain costs there and here
 * @param loose what the timers cost without a table
 */
public record ReplayView(List<Row> rows, List<Step> steps, List<Loose> loose) {
  /**
   * One ratio between two designs.
   *
   * @param workload what is done
   * @param designs what is compared with what
   * @param published the published ratio
   * @param measured the ratio of this run, empty if there is none
   * @param deviation measured over published, or why they cannot be compared
   */
  public record Row(
      String workload, String designs, String published, String measured, String deviation) {}

  /**
   * A step along a chain of mainline, in three ways.
   *
   * @param workload what is done
   * @param published the time that the new hash saves an operation of the letter, by the steps
   * @param measured the same of this run
   * @param alone a step of one pass along all chains
   */
  public record Step(String workload, String published, String measured, String alone) {}

  /**
   * What the timers cost.
   *
   * @param timers how many
   * @param alone to make them
   * @param newHash to create them in the new hash
   */
  public record Loose(String timers, String alone, String newHash) {}

  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
