package org.ptstress.run.cost;

import java.util.List;

/**
 * The memory accessed by lookups of all timers together.
 *
 * @param population how many timers there are
 * @param timers how many were looked up
 * @param locations distinct fields and elements
 * @param objects distinct objects and arrays
 * @param places distinct objects and elements of arrays: fields of an object are adjacent, elements
 *     drawn from a large array are not
 * @param shared the locations, by name and in order, that lookups of one thread write and those of
 *     another access, however few of them do
 */
public record WorkingSet(
    Population population,
    int timers,
    long locations,
    long objects,
    long places,
    List<String> shared) {
  /** Copies the names. */
  public WorkingSet {
    shared = List.copyOf(shared);
  }

  /**
   * The distinct fields and elements for each timer.
   *
   * @return the mean
   */
  public double locationsEach() {
    return (double) locations / timers;
  }

  /**
   * The distinct objects and elements of arrays for each timer.
   *
   * @return the mean
   */
  public double placesEach() {
    return (double) places / timers;
  }

  /**
   * The distinct objects and arrays for each timer.
   *
   * @return the mean
   */
  public double objectsEach() {
    return (double) objects / timers;
  }
}
