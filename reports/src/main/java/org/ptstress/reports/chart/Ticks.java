package org.ptstress.reports.chart;

import java.util.ArrayList;
import java.util.List;

/** Round places for the ticks of an axis. */
public final class Ticks {
  private static final int TARGET = 5;

  private Ticks() {}

  /**
   * Places from 0 up to the first one that is not below the largest value: multiples of 1, 2 or 5
   * times a power of ten.
   *
   * @param max the largest value, above 0
   * @return at least two places
   */
  public static List<Double> fromZero(double max) {
    double rough = max / TARGET;
    double decade = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / decade;
    double step = decade * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    List<Double> places = new ArrayList<>();
    for (int i = 0; places.isEmpty() || places.get(places.size() - 1) < max; i++) {
      places.add(i * step);
    }
    return places;
  }

  /**
   * Powers of ten, and their doubles and fivefolds where the range is short, that enclose a range.
   *
   * @param min the smallest value, above 0
   * @param max the largest value, not below {@code min}
   * @return at least two places
   */
  public static List<Double> logarithmic(double min, double max) {
    int first = (int) Math.floor(Math.log10(min));
    int last = (int) Math.ceil(Math.log10(max) + 1e-9);
    boolean dense = last - first <= 2;
    List<Double> places = new ArrayList<>();
    for (int exponent = first; exponent < last; exponent++) {
      double decade = Math.pow(10, exponent);
      places.add(decade);
      if (dense) {
        places.add(2 * decade);
        places.add(5 * decade);
      }
    }
    places.add(Math.pow(10, last));
    return enclosing(places, min, max);
  }

  private static List<Double> enclosing(List<Double> places, double min, double max) {
    int from = 0;
    while (from + 2 < places.size() && places.get(from + 1) <= min) {
      from++;
    }
    int to = places.size();
    while (to - 2 > from && places.get(to - 2) >= max) {
      to--;
    }
    return List.copyOf(places.subList(from, to));
  }
}
