package org.ptstress.reports.projection;

/**
 * The work of a core by itself.
 *
 * @param accesses loads, stores and read-modify-writes
 * @param missed lines that it does not have
 */
record Work(double accesses, double missed) {
  /** The work without a part of it. */
  Work without(Work part) {
    return new Work(Math.max(0, accesses - part.accesses), Math.max(0, missed - part.missed));
  }

  double nanos(Machine machine) {
    return accesses * machine.access() + missed * machine.line();
  }
}
