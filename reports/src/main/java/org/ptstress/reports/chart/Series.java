package org.ptstress.reports.chart;

import java.util.List;

/**
 * A named line of a plot.
 *
 * @param name the text at its end
 * @param style which of the styles it has; lines of one plot differ in it
 * @param points its values in the order of x
 * @param curve the course of the line between them, or empty for straight lines
 */
public record Series(String name, Style style, List<Point> points, List<Position> curve) {
  public Series {
    points = List.copyOf(points);
    curve = List.copyOf(curve);
  }

  /**
   * A value with what is known of its uncertainty.
   *
   * @param x its place
   * @param y the value
   * @param low the lower end of its interval, {@code y} if there is none
   * @param high the upper end of its interval, {@code y} if there is none
   * @param raw the samples behind it, or empty
   * @param text the value in words
   */
  public record Point(double x, double y, double low, double high, List<Double> raw, String text) {
    public Point {
      raw = List.copyOf(raw);
    }

    /**
     * A value without an interval.
     *
     * @param x its place
     * @param y the value
     * @param text the value in words
     * @return the point
     */
    public static Point exact(double x, double y, String text) {
      return new Point(x, y, y, y, List.of(), text);
    }
  }

  /**
   * A place on a curve.
   *
   * @param x its place
   * @param y the value
   */
  public record Position(double x, double y) {}
}
