package org.ptstress.stress.cost;

/**
 * What lookups of all timers access together.
 *
 * @param design the design's name
 * @param population how many timers there are
 * @param timers how many were looked up
 * @param locations distinct fields and elements
 * @param objects distinct objects and arrays
 */
public record WorkingSet(
    String design, Population population, int timers, long locations, long objects) {}
