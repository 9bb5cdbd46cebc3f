package org.ptstress.bench.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.ptstress.bench.plan.BriefBudgets;
import org.ptstress.bench.plan.ThroughputPlan;
import org.ptstress.run.measurement.Row;

final class ForkQueueTest {
  private static final int RERUNS = 3;

  private final ThroughputPlan plan =
      new ThroughputPlan(BriefBudgets.throughput(RERUNS), List.of("A"), 2);
  private final ForkQueue queue = new ForkQueue(plan);
  private final ForkResults results = new ForkResults();
  private final List<Row> taken = new ArrayList<>();
  private final List<Integer> totals = new ArrayList<>();

  @Test
  void endsAfterThePlanWhenNothingIsStolen() {
    drain(Row::threads);

    assertThat(taken).isEqualTo(plan.forks());
    assertThat(totals).containsOnly(plan.forks().size());
    assertThat(queue.started()).isEqualTo(plan.forksOfRows());
  }

  @Test
  void spendsNoMoreThanTheBudgetWhenEverythingIsStolen() {
    drain(row -> 0.1);

    assertThat(taken).startsWith(plan.forks().toArray(Row[]::new));
    assertThat(taken).hasSize(plan.forks().size() + RERUNS);
    assertThat(totals).isSorted().endsWith(taken.size());
    assertThat(results.differencesTo(queue.started())).isEmpty();
  }

  @Test
  void rerunsAStolenForkOnceWhenTheSecondIsGood() {
    List<Row> stolenOnce = new ArrayList<>(plan.forks().subList(0, 2));

    drain(row -> stolenOnce.remove(row) ? 0.1 : row.threads());

    assertThat(taken).hasSize(plan.forks().size() + 2);
    assertThat(totals).isSorted().endsWith(taken.size());
  }

  private void drain(ToDoubleFunction<Row> cpus) {
    totals.add(queue.left(results));
    for (Optional<Row> row = queue.next(results); row.isPresent(); row = queue.next(results)) {
      taken.add(row.get());
      results.add(List.of(JmhForks.run(row.get(), cpus.applyAsDouble(row.get()), 1.0)));
      totals.add(taken.size() + queue.left(results));
    }
  }
}
