package org.ptstress.reports.chart;

import java.util.List;

/**
 * A plot to be drawn.
 *
 * @param id a name that is unique on the page and fit for an HTML id
 * @param title what the chart shows
 * @param description what can be seen in it, for those who cannot see it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the lines
 */
public record Plot(
    String id, String title, String description, Axis x, Axis y, List<Series> series) {
  public Plot {
    series = List.copyOf(series);
  }
}
