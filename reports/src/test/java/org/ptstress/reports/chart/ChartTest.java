package org.ptstress.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.chart.Axis.Tick;
import org.ptstress.reports.chart.Chart.Line;
import org.ptstress.reports.chart.Chart.Mark;
import org.ptstress.reports.chart.Series.Point;
import org.ptstress.reports.chart.Series.Position;

class ChartTest {
  private static final Axis X =
      new Axis("threads", 0, 1, false, List.of(new Tick(0, "1"), new Tick(1, "2")));
  private static final Axis Y = new Axis("finds", 0, 100, false, List.of(new Tick(0, "0")));

  @Test
  void placesValuesBetweenTheEndsOfTheAxes() {
    Chart chart = chart(X, Y, List.of(line("a", List.of(point(0, 0), point(1, 100)))));

    List<Mark> marks = chart.lines().get(0).marks();
    assertThat(marks.get(0).x()).isEqualTo(chart.left());
    assertThat(marks.get(0).y()).isEqualTo(chart.bottom());
    assertThat(marks.get(1).x()).isEqualTo(chart.right());
    assertThat(marks.get(1).y()).isEqualTo(chart.top());
    assertThat(chart.lines().get(0).path()).startsWith("M").contains("L");
  }

  @Test
  void equalRatiosAreEqualDistancesOnALogarithmicAxis() {
    Axis logarithmic = new Axis("latency", 1, 10_000, true, List.of());
    Chart chart =
        chart(X, logarithmic, List.of(line("a", List.of(point(0, 100), point(1, 1_000)))));

    List<Mark> marks = chart.lines().get(0).marks();
    double height = chart.bottom() - chart.top();
    assertThat(marks.get(0).y()).isCloseTo(chart.bottom() - height / 2, within(0.1));
    assertThat(marks.get(1).y()).isCloseTo(chart.bottom() - height * 3 / 4, within(0.1));
  }

  @Test
  void keepsNamesApartAndInsideThePicture() {
    List<Series> same =
        IntStream.range(0, 10)
            .mapToObj(i -> line("design" + i, List.of(point(0, 1), point(1, 2))))
            .toList();

    List<Double> heights = chart(X, Y, same).lines().stream().map(Line::labelY).sorted().toList();

    for (int i = 1; i < heights.size(); i++) {
      assertThat(heights.get(i) - heights.get(i - 1)).isGreaterThanOrEqualTo(15.9);
    }
    assertThat(heights.get(0)).isPositive();
    assertThat(heights.get(heights.size() - 1)).isLessThanOrEqualTo(chart(X, Y, same).bottom());
  }

  @Test
  void marksOfOnePlaceStandApartUnlessTheyFollowACurve() {
    List<Series> straight =
        List.of(line("a", List.of(point(0, 1))), line("b", List.of(point(0, 1))));
    List<Line> lines = chart(X, Y, straight).lines();
    assertThat(lines.get(0).marks().get(0).x()).isLessThan(lines.get(1).marks().get(0).x());

    List<Position> curve = List.of(new Position(0, 1), new Position(1, 1));
    List<Series> curved =
        List.of(
            new Series("a", Style.of(0), List.of(point(0, 1)), curve),
            new Series("b", Style.of(1), List.of(point(0, 1)), curve));
    lines = chart(X, Y, curved).lines();
    assertThat(lines.get(0).marks().get(0).x()).isEqualTo(lines.get(1).marks().get(0).x());
  }

  @Test
  void showsIntervalsAndSamples() {
    Point point = new Point(0, 50, 40, 60, List.of(45.0, 55.0), "fifty");
    Mark mark = chart(X, Y, List.of(line("a", List.of(point)))).lines().get(0).marks().get(0);

    assertThat(mark.hasInterval()).isTrue();
    assertThat(mark.low()).isGreaterThan(mark.y());
    assertThat(mark.high()).isLessThan(mark.y());
    assertThat(mark.raw()).hasSize(2);
  }

  @Test
  void refusesAnAxisWithoutLength() {
    assertThatThrownBy(() -> new Axis("a", 1, 1, false, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Axis("a", 0, 1, true, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ticksEncloseTheValues() {
    assertThat(Ticks.fromZero(128e6)).containsExactly(0.0, 50e6, 100e6, 150e6);
    assertThat(Ticks.fromZero(1)).startsWith(0.0).endsWith(1.0);
    assertThat(Ticks.logarithmic(44, 1.4e6)).containsExactly(10.0, 100.0, 1e3, 1e4, 1e5, 1e6, 1e7);
    assertThat(Ticks.logarithmic(44, 300)).containsExactly(20.0, 50.0, 100.0, 200.0, 500.0);
    assertThat(Ticks.logarithmic(100, 100)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void tenDesignsHaveTenColours() {
    assertThat(IntStream.range(0, 10).mapToObj(i -> Style.of(i).cssClass()))
        .doesNotHaveDuplicates();
  }

  private static Chart chart(Axis x, Axis y, List<Series> series) {
    return Chart.of(new Plot("id", "title", "description", x, y, series));
  }

  private static Series line(String name, List<Point> points) {
    return new Series(name, Style.of(0), points, List.of());
  }

  private static Point point(double x, double y) {
    return Point.exact(x, y, "text");
  }
}
