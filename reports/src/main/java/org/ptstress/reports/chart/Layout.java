package org.ptstress.reports.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.ptstress.reports.chart.Chart.Label;
import org.ptstress.reports.chart.Chart.Line;
import org.ptstress.reports.chart.Chart.Mark;
import org.ptstress.reports.chart.Series.Point;
import org.ptstress.reports.chart.Series.Position;

/** Turns values into coordinates. */
final class Layout {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 340;
  private static final double LEFT = 62;
  private static final double TOP = 30;
  private static final double RIGHT = WIDTH - 142;
  private static final double BOTTOM = HEIGHT - 52;
  // The characters of a name that fit between the frame and the end of the picture.
  private static final int LONGEST_NAME = 16;
  private static final double LABEL_DISTANCE = 16;
  // Marks of different lines at one x stand a little apart, so that none hides another; together
  // they take no more than this share of the way to the next x.
  private static final double SPREAD = 16;
  private static final double SHARE = 0.6;

  private final Plot plot;

  Layout(Plot plot) {
    this.plot = plot;
  }

  Chart chart() {
    return new Chart(
        plot,
        WIDTH,
        HEIGHT,
        LEFT,
        TOP,
        RIGHT,
        BOTTOM,
        plot.x().ticks().stream().map(tick -> new Label(x(tick.value()), tick.label())).toList(),
        plot.y().ticks().stream().map(tick -> new Label(y(tick.value()), tick.label())).toList(),
        lines());
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    int count = plot.series().size();
    double step = step();
    for (int i = 0; i < count; i++) {
      Series series = plot.series().get(i);
      boolean spread = series.curve().isEmpty();
      lines.add(line(series, spread ? (i - (count - 1) / 2.0) * step : 0));
    }
    return withLabelsApart(lines);
  }

  /** Distance between the marks of two lines at one x. */
  private double step() {
    double[] places = plot.x().ticks().stream().mapToDouble(tick -> x(tick.value())).toArray();
    double gap = RIGHT - LEFT;
    for (int i = 1; i < places.length; i++) {
      gap = Math.min(gap, places[i] - places[i - 1]);
    }
    return Math.min(SPREAD, gap * SHARE / plot.series().size());
  }

  private Line line(Series series, double shift) {
    List<Mark> marks = series.points().stream().map(point -> mark(point, shift)).toList();
    List<Position> course =
        series.curve().isEmpty()
            ? marks.stream().map(mark -> new Position(mark.x(), mark.y())).toList()
            : series.curve().stream()
                .map(position -> new Position(x(position.x()), y(position.y())))
                .toList();
    Position end = course.get(course.size() - 1);
    return new Line(
        cut(series.name()), series.style(), path(course), marks, end.x(), end.y(), end.y());
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "\u2026";
  }

  private Mark mark(Point point, double shift) {
    double x = round(x(point.x()) + shift);
    return new Mark(
        x,
        y(point.y()),
        y(point.low()),
        y(point.high()),
        round(x + step() / 2),
        point.raw().stream().map(this::y).toList(),
        point.text());
  }

  private static String path(List<Position> course) {
    return course.stream()
        .map(position -> position.x() + "," + position.y())
        .collect(Collectors.joining("L", "M", ""));
  }

  /** Moves the names at the lines' ends apart, from the top down, and back up from the bottom. */
  private static List<Line> withLabelsApart(List<Line> lines) {
    List<Line> byHeight = lines.stream().sorted(Comparator.comparingDouble(Line::endY)).toList();
    double[] heights = byHeight.stream().mapToDouble(Line::endY).toArray();
    for (int i = 1; i < heights.length; i++) {
      heights[i] = Math.max(heights[i], heights[i - 1] + LABEL_DISTANCE);
    }
    double limit = BOTTOM;
    for (int i = heights.length - 1; i >= 0; i--) {
      heights[i] = Math.min(heights[i], limit);
      limit = heights[i] - LABEL_DISTANCE;
    }
    return lines.stream()
        .map(
            line ->
                new Line(
                    line.name(),
                    line.style(),
                    line.path(),
                    line.marks(),
                    line.endX(),
                    line.endY(),
                    round(heights[byHeight.indexOf(line)])))
        .toList();
  }

  private double x(double value) {
    return round(LEFT + plot.x().share(value) * (RIGHT - LEFT));
  }

  private double y(double value) {
    return round(BOTTOM - plot.y().share(value) * (BOTTOM - TOP));
  }

  private static double round(double coordinate) {
    return Math.round(coordinate * 10) / 10.0;
  }
}
