package org.ptstress.reports.page.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.projection.Projection;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.Population;
import org.ptstress.run.cost.Relation;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.kernel.KernelTime;

/**
 * Times of calls of the running kernel, beside those that the model of its table counts and
 * projects. An illustration: no verdict comes of it.
 *
 * @param measured the head of the column of the kernel
 * @param design the design of the kernel's time
 * @param rows the times
 * @param left what could not be measured, or ""
 */
public record KernelTimesView(String measured, String design, List<Row> rows, String left) {
  private static final String NONE = "-";
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * A time.
   *
   * @param call the calls
   * @param workers who made them
   * @param measured what one took on the kernel
   * @param projected what one takes by the model of cores
   * @param accesses the accesses that the model counts of one
   */
  public record Row(
      String call, String workers, String measured, String projected, String accesses) {}

  /**
   * The times of a run.
   *
   * @param results the rows of {@code kernel.json}
   * @param costs what was counted
   * @return the times, or null if none were measured
   */
  public static @Nullable KernelTimesView of(List<KernelResult> results, List<DesignCosts> costs) {
    for (KernelResult result : results) {
      if (!result.times().isEmpty()) {
        Optional<DesignCosts> counted =
            costs.stream()
                .filter(each -> each.design().equals(result.design()) && each.problem().isEmpty())
                .findFirst();
        List<Row> rows = new ArrayList<>();
        result.times().forEach(time -> rows.add(row(time, counted)));
        return new KernelTimesView(
            "Linux " + result.kernel() + ", measured", result.design(), rows, result.reason());
      }
    }
    return null;
  }

  private static Row row(KernelTime time, Optional<DesignCosts> costs) {
    List<Operation> operations =
        switch (time.call()) {
          case KernelTime.GETTIME -> List.of(Operation.GETTIME);
          case KernelTime.PAIR -> List.of(Operation.CREATE, Operation.DELETE);
          default -> List.of();
        };
    Optional<DesignCosts> counted = operations.isEmpty() ? Optional.empty() : costs;
    Population population = time.apart() ? Population.PROCESSES_5000 : Population.KERNEL_512;
    return new Row(
        time.call(),
        time.workers() == 1
            ? "1 thread"
            : time.workers() + (time.apart() ? " processes" : " threads of a process"),
        nanos(time.nanos()),
        counted
            .flatMap(
                each ->
                    Projection.of(
                        each,
                        operations,
                        time.apart() ? Relation.OTHER_PROCESS : Relation.SAME_PROCESS,
                        population))
            .map(each -> nanos(time.workers() * NANOS_PER_SECOND / each.rate(time.workers())))
            .orElse(NONE),
        counted.flatMap(each -> accesses(each, operations, population)).orElse(NONE));
  }

  private static Optional<String> accesses(
      DesignCosts costs, List<Operation> operations, Population population) {
    double sum = 0;
    for (Operation operation : operations) {
      Optional<CountRow> row = costs.accesses().count(operation, population);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      sum += row.get().mean(row.get().call().loads() + row.get().call().writes());
    }
    return Optional.of(String.format(Locale.ROOT, "%,.0f", sum));
  }

  private static String nanos(double nanos) {
    return String.format(Locale.ROOT, "%,.0f ns", nanos);
  }
}
