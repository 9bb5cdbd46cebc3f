package org.ptstress.reports.projection;

/**
 * Something that one core at a time has: a lock, or a line that all write.
 *
 * @param name the location
 * @param lock whether it is a lock, which is handed on, or a line alone
 * @param visits how often an operation comes to it
 * @param work what it does there, in all visits
 * @param lines the lines that it finds written by another core there, in all visits
 */
record Station(String name, boolean lock, double visits, Work work, double lines) {
  /** The visits of two operations to the same place. */
  Station plus(Station other) {
    return new Station(
        name,
        lock,
        visits + other.visits,
        new Work(work.accesses() + other.work.accesses(), work.missed() + other.work.missed()),
        lines + other.lines);
  }

  /**
   * The time of an operation at the station, without waiting.
   *
   * @param others the share of accesses before which another core had the line
   */
  double section(Machine machine, double others) {
    return work.nanos(machine) + lines * machine.line() * others;
  }

  /** The time that an operation pays for other cores before or in the section. */
  double transfers(Machine machine, double others) {
    return (lines + (lock ? visits : 0)) * machine.line() * others;
  }

  /**
   * The operations of all cores in a nanosecond, if nothing but this makes them wait.
   *
   * @param cores the number of cores
   * @param alone the time of an operation that need not wait
   */
  double rate(Machine machine, int cores, double alone) {
    double section = section(machine, others(cores));
    double apart = (alone - section) / visits;
    QueueLock queue = new QueueLock(section / visits, lock ? machine.line() : 0);
    return queue.working(cores, apart) / apart / visits;
  }

  /** The share of accesses before which another core had the line, if all are equally likely. */
  static double others(int cores) {
    return (cores - 1.0) / cores;
  }
}
