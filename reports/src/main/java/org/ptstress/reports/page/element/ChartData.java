package org.ptstress.reports.page.element;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.ptstress.reports.chart.Axis;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Plot;
import org.ptstress.reports.chart.Series;

/** The numbers of a chart as JSON, for the script that makes it interactive. */
public final class ChartData {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MathContext DIGITS = new MathContext(6);

  private ChartData() {}

  /** JSON that can stand in an HTML script element: without a {@code <}. */
  public static String json(Chart chart) {
    try {
      return JSON.writeValueAsString(Data.of(chart.plot())).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The chart " + chart.plot().id() + " is no JSON.", e);
    }
  }

  private static BigDecimal number(double value) {
    return new BigDecimal(value, DIGITS).stripTrailingZeros();
  }

  private static List<BigDecimal> numbers(List<Double> values) {
    return values.stream().map(ChartData::number).toList();
  }

  /** A plot, as far as the script needs it. */
  private record Data(String title, AxisData x, AxisData y, List<SeriesData> series) {
    static Data of(Plot plot) {
      return new Data(
          plot.title(),
          AxisData.of(plot.x()),
          AxisData.of(plot.y()),
          plot.series().stream().map(SeriesData::of).toList());
    }
  }

  private record AxisData(
      String label, BigDecimal low, BigDecimal high, boolean logarithmic, List<TickData> ticks) {
    static AxisData of(Axis axis) {
      return new AxisData(
          axis.label(),
          number(axis.low()),
          number(axis.high()),
          axis.logarithmic(),
          axis.ticks().stream()
              .map(tick -> new TickData(number(tick.value()), tick.label()))
              .toList());
    }
  }

  private record TickData(BigDecimal value, String label) {}

  private record SeriesData(
      String name, String style, String mark, List<PointData> points, List<PlaceData> curve) {
    static SeriesData of(Series series) {
      return new SeriesData(
          series.name(),
          series.style().cssClass(),
          series.style().mark(),
          series.points().stream().map(PointData::of).toList(),
          series.curve().stream()
              .map(place -> new PlaceData(number(place.x()), number(place.y())))
              .toList());
    }
  }

  private record PointData(
      BigDecimal x,
      BigDecimal y,
      BigDecimal low,
      BigDecimal high,
      List<BigDecimal> raw,
      String text) {
    static PointData of(Series.Point point) {
      return new PointData(
          number(point.x()),
          number(point.y()),
          number(point.low()),
          number(point.high()),
          numbers(point.raw()),
          point.text());
    }
  }

  private record PlaceData(BigDecimal x, BigDecimal y) {}
}
