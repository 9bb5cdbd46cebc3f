package org.ptstress.reports.chart;

import java.util.List;

/**
 * A line chart in coordinates: x to the right, y downwards, rounded to a tenth.
 *
 * @param plot what is drawn
 * @param width the width of the picture
 * @param height the height of the picture
 * @param left the left end of the frame
 * @param top the upper end of the frame
 * @param right the right end of the frame
 * @param bottom the lower end of the frame
 * @param xTicks the labels under the frame
 * @param yTicks the labels to the left of the frame
 * @param lines the lines
 */
public record Chart(
    Plot plot,
    int width,
    int height,
    double left,
    double top,
    double right,
    double bottom,
    List<Label> xTicks,
    List<Label> yTicks,
    List<Line> lines) {
  /**
   * Lays out a plot.
   *
   * @param plot what is to be drawn
   * @return its geometry
   */
  public static Chart of(Plot plot) {
    return new Layout(plot).chart();
  }

  /**
   * A text at a place along an axis.
   *
   * @param at the coordinate
   * @param text the text
   */
  public record Label(double at, String text) {}

  /**
   * A line with its marks.
   *
   * @param name the name, cut if it is long
   * @param style how it looks
   * @param path its course as path data
   * @param marks its points
   * @param endX where the line ends
   * @param endY where the line ends
   * @param labelY the height at which its name stands
   */
  public record Line(
      String name,
      Style style,
      String path,
      List<Mark> marks,
      double endX,
      double endY,
      double labelY) {}

  /**
   * A point of a line.
   *
   * @param x its place
   * @param y its place
   * @param low the place of the lower end of its interval
   * @param high the place of the upper end of its interval
   * @param rawX where the samples behind it stand
   * @param raw the places of the samples behind it
   * @param text the value in words
   */
  public record Mark(
      double x, double y, double low, double high, double rawX, List<Double> raw, String text) {
    /**
     * Whether there is an interval to be drawn.
     *
     * @return false if both ends are at the same place
     */
    public boolean hasInterval() {
      return low != high;
    }
  }
}
