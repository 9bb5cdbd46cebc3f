package org.ptstress.reports.projection;

/**
 * What a core does by itself.
 *
 * @param accesses loads, stores and read-modify-writes
 * @param missed lines that it does not have
 */
record Work(double accesses, double missed) {
  /** What is left without a part of it. */
  Work without(Work part) {
    return new Work(Math.max(0, accesses - part.accesses), Math.max(0, missed - part.missed));
  }

  double nanos(Machine machine) {
    return accesses * machine.access() + missed * machine.line();
  }
}
