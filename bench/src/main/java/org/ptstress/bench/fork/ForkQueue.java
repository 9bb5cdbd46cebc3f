package org.ptstress.bench.fork;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ptstress.bench.plan.ThroughputPlan;
import org.ptstress.run.measurement.Row;

/**
 * The forks to run: the planned ones, then reruns of stolen ones, until no row lacks a fork or the
 * budget for reruns is spent. Reruns wait until the end because whoever steals CPUs often stays for
 * some seconds.
 */
final class ForkQueue {
  private final Map<Row, Integer> wanted;
  private final Deque<Row> planned;
  private final Map<Row, Integer> started = new LinkedHashMap<>();
  private int rerunsLeft;

  ForkQueue(ThroughputPlan plan) {
    wanted = new LinkedHashMap<>(plan.forksOfRows());
    planned = new ArrayDeque<>(plan.forks());
    rerunsLeft = plan.budget().reruns();
  }

  /**
   * Takes the next fork.
   *
   * @param results all forks that were taken before
   * @return its row; empty at the end of the run
   */
  Optional<Row> next(ForkResults results) {
    Optional<Row> next = Optional.ofNullable(planned.poll());
    if (next.isEmpty() && rerunsLeft > 0) {
      next = ForkSelection.rerun(wanted, results.forks());
      rerunsLeft -= next.isPresent() ? 1 : 0;
    }
    next.ifPresent(row -> started.merge(row, 1, Integer::sum));
    return next;
  }

  /** Forgets a row that failed. */
  void giveUp(Row row) {
    planned.removeIf(row::equals);
    wanted.remove(row);
    started.remove(row);
  }

  /** The number of forks of each row that were taken. */
  Map<Row, Integer> started() {
    return started;
  }

  /**
   * The number of forks that are left if none is stolen.
   *
   * @param results all forks that were taken
   */
  int left(ForkResults results) {
    int stolen = Math.max(0, ForkSelection.lacking(wanted, results.forks()) - planned.size());
    return planned.size() + Math.min(stolen, rerunsLeft);
  }
}
