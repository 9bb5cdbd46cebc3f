package org.ptstress.reports.page.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Designs;
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
import org.ptstress.run.measurement.JmhRow;

/**
 * Scores against threads for one benchmark and one population.
 *
 * @param title the measurement
 * @param chart the picture
 * @param counters the names of the secondary metrics
 * @param rows the numbers of the picture, then those of the controls
 * @param hasYardstick whether the scores can be compared with those of the yardstick
 * @param hasLimit whether they can be compared with what the machine allows
 */
public record ThroughputView(
    String title,
    Chart chart,
    List<String> counters,
    List<Row> rows,
    boolean hasYardstick,
    boolean hasLimit) {
  /** A chart and a table for each benchmark and population of a run. */
  public static List<ThroughputView> of(List<JmhRow> all, Styles styles, String prefix) {
    return new Builder(all, styles, prefix).views();
  }

  /**
   * A score.
   *
   * @param name the design or control
   * @param style the look of its line
   * @param control whether it is measured for comparison only, and so not in the picture
   * @param threads the number of threads
   * @param mean the mean over forks
   * @param interval its interval, or how many forks there are
   * @param forks the mean of each fork
   * @param toOne the ratio to the same design at one thread, or empty
   * @param toYardstick the ratio to the yardstick at as many threads, or empty
   * @param timesLimit how many times as long an operation takes as the machine's limit at as many
   *     threads, or empty
   * @param counters the secondary metrics
   */
  public record Row(
      String name,
      Style style,
      boolean control,
      int threads,
      String mean,
      String interval,
      String forks,
      String toOne,
      String toYardstick,
      String timesLimit,
      List<String> counters) {}

  /** Builds a chart and a table for each benchmark and population. */
  private record Builder(List<JmhRow> all, Styles styles, String prefix) {
    private static final Map<String, String> TITLES =
        Map.of(
            "FindBenchmark.find",
            "Finds",
            "FindBenchmark.miss",
            "Finds of ids without a timer",
            "FindBenchmark.findInProcesses",
            "Finds, each process with one timer",
            "CreateDeleteBenchmark.createDelete",
            "Pairs of create and delete",
            "CreateDeleteBenchmark.createDeleteInOwnProcess",
            "Pairs of create and delete, each thread a process",
            "ReadersWriterBenchmark.findBesideCreateDelete",
            "Finds beside one thread that creates and deletes, all operations");

    private static final String BYTES = "gc.alloc.rate.norm";

    /** Benchmarks with tables of their own. */
    private static final Set<String> ELSEWHERE =
        Set.of(
            "ReplayBenchmark",
            "GrowthBenchmark",
            "RestoreBenchmark",
            "ExhaustionBenchmark",
            "LockBenchmark");

    private static final String LIMIT = ".limit";
    private static final String OWN = "InOwnProcess";

    private static final double PADDING = 0.35;

    List<ThroughputView> views() {
      Map<String, List<JmhRow>> groups = new LinkedHashMap<>();
      all.stream()
          .filter(row -> !BenchmarkRows.isControl(row) && !ELSEWHERE.contains(type(row)))
          .sorted(Comparator.comparing(Builder::rank))
          .forEach(row -> groups.computeIfAbsent(key(row), unused -> new ArrayList<>()).add(row));
      return groups.values().stream()
          .sorted(
              Comparator.comparing((List<JmhRow> group) -> rank(group.get(0)))
                  .thenComparing(group -> group.get(0).benchmark())
                  .thenComparing(group -> population(group.get(0))))
          .map(this::view)
          .toList();
    }

    /** Finds first: they are what the argument of 2012 was about. */
    private static int rank(JmhRow row) {
      return row.benchmark().startsWith("FindBenchmark.") ? 0 : 1;
    }

    private static long population(JmhRow row) {
      String timers = Objects.requireNonNullElse(row.timers(), "");
      return timers.matches("\\d{1,18}") ? Long.parseLong(timers) : 0;
    }

    private static String key(JmhRow row) {
      return row.benchmark() + "|" + row.mode() + "|" + row.timers();
    }

    private ThroughputView view(List<JmhRow> group) {
      JmhRow first = group.get(0);
      List<JmhRow> controls = controls(first);
      List<String> counters =
          Stream.concat(group.stream(), controls.stream())
              .flatMap(row -> row.secondary().keySet().stream())
              .filter(counter -> !counter.startsWith("gc.") || counter.equals(BYTES))
              .distinct()
              .sorted()
              .toList();
      List<Row> rows =
          Stream.concat(group.stream(), controls.stream())
              .map(row -> row(row, group, controls, counters))
              .toList();
      return new ThroughputView(
          title(first),
          Chart.of(plot(group)),
          counters.stream().map(counter -> counter.equals(BYTES) ? "bytes/op" : counter).toList(),
          rows,
          group.stream().anyMatch(row -> Designs.YARDSTICK.equals(row.design())),
          controls.stream().anyMatch(Builder::isLimit));
    }

    /** The controls of the same class, and of the same population where they have one. */
    private List<JmhRow> controls(JmhRow first) {
      return all.stream()
          .filter(BenchmarkRows::isControl)
          .filter(row -> type(row).equals(type(first)) && row.mode().equals(first.mode()))
          .filter(row -> row.timers() == null || row.timers().equals(first.timers()))
          .filter(row -> !isLimitOfOther(row, first))
          .toList();
    }

    private static boolean isLimit(JmhRow row) {
      return row.benchmark().contains(LIMIT);
    }

    /**
     * Threads that share nothing have a limit of their own; all others have that of one counter.
     */
    private static boolean isLimitOfOther(JmhRow control, JmhRow row) {
      return isLimit(control) && control.benchmark().endsWith(OWN) != row.benchmark().endsWith(OWN);
    }

    private Row row(JmhRow row, List<JmhRow> group, List<JmhRow> controls, List<String> counters) {
      Measure measure = Measure.of(row);
      boolean control = BenchmarkRows.isControl(row);
      boolean compared = !control && !row.isStolen();
      String name = name(row);
      return new Row(
          name,
          control ? Style.CONTROL : styles.of(name),
          control,
          row.threads(),
          Format.compact(measure.mean()),
          interval(row),
          Format.compact(measure.forks()),
          compared ? ratio(measure, find(group, name, 1)) : "",
          compared ? ratio(measure, find(group, Designs.YARDSTICK, row.threads())) : "",
          compared ? timesLimit(measure, controls, row.threads()) : "",
          counters.stream().map(counter -> counter(row.score(counter))).toList());
    }

    /** The limit's speed over that of a design: how much longer its operations take. */
    private static String timesLimit(Measure measure, List<JmhRow> controls, int threads) {
      return controls.stream()
          .filter(row -> isLimit(row) && row.threads() == threads && measure.mean() > 0)
          .filter(row -> !row.isStolen())
          .findFirst()
          .map(limit -> Format.ratio(Measure.of(limit).mean() / measure.mean()))
          .orElse("");
    }

    private static String counter(@Nullable Double score) {
      return score == null ? "" : Format.compact(score);
    }

    private static String name(JmhRow row) {
      String design = row.design();
      if (!BenchmarkRows.isControl(row)) {
        return design;
      }
      String method = row.benchmark().substring(row.benchmark().indexOf('.') + 1);
      return design.isEmpty() ? method : method + " with " + design;
    }

    private static String interval(JmhRow row) {
      if (row.isStolen()) {
        return "no sample: other programs had the CPUs";
      }
      Measure measure = Measure.of(row);
      return measure.hasInterval()
          ? measure.spread()
          : "none: " + Format.count(measure.forks().size(), "fork");
    }

    private static Optional<Measure> find(List<JmhRow> group, String design, int threads) {
      return group.stream()
          .filter(row -> design.equals(row.design()) && row.threads() == threads)
          .filter(row -> !row.isStolen())
          .map(Measure::of)
          .findFirst();
    }

    private static String ratio(Measure measure, Optional<Measure> base) {
      return base.filter(under -> under.mean() > 0)
          .map(under -> Format.ratio(measure.mean() / under.mean()))
          .orElse("");
    }

    private static String type(JmhRow row) {
      return row.benchmark().substring(0, row.benchmark().indexOf('.'));
    }

    private static String title(JmhRow row) {
      String what = TITLES.getOrDefault(row.benchmark(), row.benchmark());
      String population =
          row.timers() == null ? "" : ", " + BenchmarkRows.words(row.timers()) + " timers";
      return what + " " + Measure.unit(row) + population;
    }

    private Plot plot(List<JmhRow> group) {
      JmhRow first = group.get(0);
      List<Integer> threads = group.stream().map(JmhRow::threads).distinct().sorted().toList();
      double top =
          group.stream()
              .map(Measure::of)
              .flatMap(
                  measure -> Stream.concat(Stream.of(measure.high()), measure.forks().stream()))
              .mapToDouble(Double::doubleValue)
              .max()
              .orElse(1);
      List<Double> places = Ticks.fromZero(top > 0 ? top : 1);
      return new Plot(
          prefix + Format.id(key(first)),
          title(first),
          description(group),
          new Axis(
              "threads",
              log2(threads.get(0)) - PADDING,
              log2(threads.get(threads.size() - 1)) + PADDING,
              false,
              threads.stream().map(n -> new Tick(log2(n), Integer.toString(n))).toList()),
          Axis.of(Measure.unit(first), false, places, Format::tick),
          series(group));
    }

    private List<Series> series(List<JmhRow> group) {
      Map<String, List<JmhRow>> byDesign = new LinkedHashMap<>();
      group.forEach(
          row -> byDesign.computeIfAbsent(name(row), unused -> new ArrayList<>()).add(row));
      return byDesign.entrySet().stream()
          .map(
              entry ->
                  new Series(
                      entry.getKey(),
                      styles.of(entry.getKey()),
                      entry.getValue().stream()
                          .sorted(Comparator.comparingInt(JmhRow::threads))
                          .map(Builder::point)
                          .toList(),
                      List.of()))
          .toList();
    }

    private static Point point(JmhRow row) {
      Measure measure = Measure.of(row);
      return new Point(
          log2(row.threads()),
          measure.mean(),
          Math.max(0, measure.low()),
          measure.high(),
          measure.forks(),
          "%s, %s: %s (%s)"
              .formatted(
                  name(row),
                  Format.count(row.threads(), "thread"),
                  Format.compact(measure.mean()),
                  interval(row)));
    }

    private String description(List<JmhRow> group) {
      return "Lines over threads, one for each design. "
          + group.stream().map(Builder::point).map(Point::text).collect(Collectors.joining("; "))
          + ".";
    }

    private static double log2(int threads) {
      return Math.log(threads) / Math.log(2);
    }
  }
}
