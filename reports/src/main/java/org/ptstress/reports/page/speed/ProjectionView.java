package org.ptstress.reports.page.speed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ptstress.reports.chart.Axis;
import org.ptstress.reports.chart.Axis.Tick;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Plot;
import org.ptstress.reports.chart.Series;
import org.ptstress.reports.chart.Series.Point;
import org.ptstress.reports.chart.Style;
import org.ptstress.reports.chart.Ticks;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.reports.projection.Machine;
import org.ptstress.reports.projection.Projection;
import org.ptstress.reports.projection.Published;
import org.ptstress.reports.projection.Validation;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.Population;
import org.ptstress.run.cost.Relation;

/**
 * The projection of a run's counts to more cores than it had. Nothing of it was measured.
 *
 * @param absent why there is nothing, a sentence, or empty
 * @param lineNanos the cost of a line that a core does not have, in nanoseconds
 * @param curves a chart for each kind of operation and of cores
 * @param speedups every operation of every design, in short
 * @param checks the published table of 2025 by the same model; empty if its designs were not
 *     counted
 * @param lacks what the model lacks, sentences, or empty
 */
public record ProjectionView(
    String absent,
    String lineNanos,
    List<Curves> curves,
    Speedups speedups,
    List<Check> checks,
    String lacks) {
  /**
   * The projection of what was counted.
   *
   * @param absent why there are no counts, a sentence, or empty
   */
  public static ProjectionView of(
      List<DesignCosts> costs, Styles styles, String prefix, String absent) {
    return new Builder(costs, styles, prefix).view(absent);
  }

  /** An empty section with its reason. */
  static ProjectionView none(String absent) {
    return new ProjectionView(
        absent, "", List.of(), new Speedups("", List.of(), List.of()), List.of(), "");
  }

  public boolean isEmpty() {
    return curves.isEmpty();
  }

  /**
   * A chart over cores with its numbers.
   *
   * @param title the projected speed
   * @param chart the picture
   * @param cores the columns of the table
   * @param rows the numbers of the picture, one line for each design
   */
  public record Curves(String title, Chart chart, List<Integer> cores, List<Curve> rows) {}

  /**
   * The numbers of a design.
   *
   * @param name the design
   * @param style the look of its line
   * @param rates operations in a second, one for each number of cores
   * @param speedup the last over the first
   * @param limit what the cores wait for in the end, or empty
   */
  public record Curve(String name, Style style, List<String> rates, String speedup, String limit) {}

  /**
   * The speedup of many cores over one.
   *
   * @param title the projected speed
   * @param heads the operations
   * @param rows one for each design
   */
  public record Speedups(String title, List<String> heads, List<CostView.Row> rows) {}

  /**
   * A cell of the published table.
   *
   * @param workload the workload in words
   * @param design the design that stands for the column
   * @param published milliseconds of the letter
   * @param projected milliseconds of the model
   * @param factor projected over published
   * @param use whether the cell fixed the cost of a line, or was predicted
   */
  public record Check(
      String workload,
      String design,
      String published,
      String projected,
      String factor,
      String use) {}

  /** Builds the section on more cores than the machine had, from the counts of a run. */
  private static final class Builder {
    private static final List<Integer> CORES = List.of(1, 4, 16, 64, 256);

    private static final int MOST = CORES.get(CORES.size() - 1);
    private static final double PADDING = 1.7;
    private static final double NANOS_PER_MILLI = 1e6;

    private static final List<Operation> SINGLE =
        List.of(
            Operation.FIND, Operation.MISS, Operation.GETTIME, Operation.CREATE, Operation.DELETE);

    /** The threads or processes on the cores, and the population of the table. */
    private enum Who {
      THREADS(
          Relation.SAME_PROCESS,
          Population.KERNEL_512,
          "threads",
          "threads of a process, 512 timers"),
      PROCESSES(
          Relation.OTHER_PROCESS,
          Population.PROCESSES_5000,
          "processes",
          "processes, 5,000 with a timer each");

      private final Relation relation;
      private final Population population;
      private final String word;
      private final String words;

      Who(Relation relation, Population population, String word, String words) {
        this.relation = relation;
        this.population = population;
        this.word = word;
        this.words = words;
      }

      Optional<Projection> project(DesignCosts costs, List<Operation> operations) {
        return Projection.of(costs, operations, relation, population);
      }
    }

    private final List<DesignCosts> all;
    private final Styles styles;
    private final String prefix;

    Builder(List<DesignCosts> all, Styles styles, String prefix) {
      this.all = all.stream().filter(costs -> costs.problem().isEmpty()).toList();
      this.styles = styles;
      this.prefix = prefix;
    }

    ProjectionView view(String absent) {
      List<Curves> curves = new ArrayList<>();
      for (Who who : Who.values()) {
        curves(who, "Finds", List.of(Operation.FIND)).ifPresent(curves::add);
        curves(who, "Pairs of create and delete", List.of(Operation.CREATE, Operation.DELETE))
            .ifPresent(curves::add);
      }
      if (curves.isEmpty()) {
        return ProjectionView.none(
            absent.isEmpty() ? "No design was counted, so nothing can be projected." : absent);
      }
      return new ProjectionView(
          "", Format.tickNanos(Machine.OF_2025.line()), curves, speedups(), checks(), lacks());
    }

    private Optional<Curves> curves(Who who, String what, List<Operation> operations) {
      Map<String, Projection> projections = new LinkedHashMap<>();
      all.forEach(
          costs ->
              who.project(costs, operations)
                  .ifPresent(projection -> projections.put(costs.design(), projection)));
      if (projections.isEmpty()) {
        return Optional.empty();
      }
      String title = "Projected: " + Format.inSentence(what) + " per second, " + who.words;
      return Optional.of(
          new Curves(
              title,
              Chart.of(plot(id(who, operations), title, projections)),
              CORES,
              projections.entrySet().stream()
                  .map(entry -> curve(entry.getKey(), entry.getValue()))
                  .toList()));
    }

    private String id(Who who, List<Operation> operations) {
      return prefix
          + "projection-"
          + who.name().toLowerCase(Locale.ROOT)
          + "-"
          + operations.stream().map(Operation::text).collect(Collectors.joining("-"));
    }

    private Curve curve(String design, Projection projection) {
      return new Curve(
          design,
          styles.of(design),
          CORES.stream().map(cores -> Format.compact(projection.rate(cores))).toList(),
          Format.ratio(projection.speedup(MOST)),
          projection.limit(MOST));
    }

    private Plot plot(String id, String title, Map<String, Projection> projections) {
      List<Double> rates =
          projections.values().stream()
              .flatMap(projection -> CORES.stream().map(projection::rate))
              .sorted()
              .toList();
      List<Double> places = Ticks.logarithmic(rates.get(0), rates.get(rates.size() - 1));
      return new Plot(
          id,
          title,
          "Projected, not measured: lines over 1 to 256 cores, both axes logarithmic, one for each"
              + " design. At 256 cores "
              + projections.entrySet().stream()
                  .map(entry -> words(entry.getKey(), MOST, entry.getValue()))
                  .collect(Collectors.joining("; "))
              + ".",
          new Axis(
              "cores (projected)",
              1 / PADDING,
              MOST * PADDING,
              true,
              CORES.stream().map(cores -> new Tick(cores, Integer.toString(cores))).toList()),
          Axis.of("per second (projected)", true, places, Format::tick),
          projections.entrySet().stream()
              .map(entry -> series(entry.getKey(), entry.getValue()))
              .toList());
    }

    private Series series(String design, Projection projection) {
      return new Series(
          design,
          styles.of(design),
          CORES.stream()
              .map(
                  cores ->
                      Point.exact(cores, projection.rate(cores), words(design, cores, projection)))
              .toList(),
          List.of());
    }

    private static String words(String design, int cores, Projection projection) {
      return design
          + ", "
          + Format.count(cores, "core")
          + ": "
          + Format.compact(projection.rate(cores));
    }

    private Speedups speedups() {
      return new Speedups(
          "Projected: 256 cores over one, by operation",
          Stream.of(Who.values())
              .flatMap(who -> SINGLE.stream().map(each -> each.text() + ", " + who.word))
              .toList(),
          all.stream()
              .map(
                  costs ->
                      new CostView.Row(
                          costs.design(),
                          styles.of(costs.design()),
                          Stream.of(Who.values())
                              .flatMap(
                                  who -> SINGLE.stream().map(each -> speedup(who, costs, each)))
                              .toList()))
              .toList());
    }

    private static String speedup(Who who, DesignCosts costs, Operation operation) {
      return who.project(costs, List.of(operation))
          .map(projection -> Format.ratio(projection.speedup(MOST)))
          .orElse("not counted");
    }

    private List<Check> checks() {
      List<Check> checks = new ArrayList<>();
      for (Published line : Published.LETTER) {
        for (int column : List.of(Published.MAINLINE, Published.NEW_HASH)) {
          costs(column)
              .flatMap(costs -> Validation.millis(costs, line, column))
              .ifPresent(millis -> checks.add(check(line, column, millis)));
        }
      }
      return checks;
    }

    private static Check check(Published line, int column, double millis) {
      double published = line.millis().get(column);
      return new Check(
          line.words(),
          Published.COLUMNS.get(column),
          Format.nanos(published * NANOS_PER_MILLI),
          Format.nanos(millis * NANOS_PER_MILLI),
          Format.ratio(millis / published),
          Validation.isFitted(line, column) ? "fits the cost of a line" : "predicted");
    }

    /** The worst cell, and what is known of it. */
    private String lacks() {
      Published last = Published.LETTER.get(Published.LETTER.size() - 1);
      return costs(Published.NEW_HASH)
          .flatMap(costs -> Validation.millisWithOneCounter(costs, last, Published.NEW_HASH))
          .map(
              millis ->
                  "The model lacks the kernel's counter of pending signals, which is one"
                      + " for all processes of a user (UCOUNT_RLIMIT_SIGPENDING): the cover"
                      + " letter attributes to it the time of 63 processes that create and"
                      + " delete. With that counter, the model puts the new hash at "
                      + Format.nanos(millis * NANOS_PER_MILLI)
                      + " there; "
                      + Format.nanos(last.millis().get(Published.NEW_HASH) * NANOS_PER_MILLI)
                      + " are published.")
          .orElse("");
    }

    private Optional<DesignCosts> costs(int column) {
      return all.stream()
          .filter(costs -> costs.design().equals(Published.COLUMNS.get(column)))
          .findFirst();
    }
  }
}
