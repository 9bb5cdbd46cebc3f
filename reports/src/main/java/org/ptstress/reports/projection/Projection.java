package org.ptstress.reports.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.Population;
import org.ptstress.run.cost.Relation;

/**
 * The speed of many cores with the same operations: from counts, by a model. Of the places where
 * they wait for each other only the worst counts as a queue; what they share elsewhere costs
 * transfers.
 */
public final class Projection {
  /** A place holds the cores up if it leaves less than this of the speed that they had alone. */
  private static final double HELD_UP = 0.9;

  private static final double NANOS_PER_SECOND = 1e9;

  private final Machine machine;
  private final double alone;
  private final List<Station> stations;

  private Projection(Machine machine, double alone, List<Station> stations) {
    this.machine = machine;
    this.alone = alone;
    this.stations = stations;
  }

  /**
   * Operations that all cores make one after the other, again and again.
   *
   * @param costs the counts and conflicts of a design
   * @param operations the operations
   * @param relation whether the cores are threads of one process or processes
   * @param population the fill of the table
   * @return the projection; empty if something that it needs was not counted
   */
  public static Optional<Projection> of(
      DesignCosts costs, List<Operation> operations, Relation relation, Population population) {
    return of(costs, operations, relation, Fill.of(population), Machine.OF_2025);
  }

  static Optional<Projection> of(
      DesignCosts costs,
      List<Operation> operations,
      Relation relation,
      Fill fill,
      Machine machine) {
    Counted counted = new Counted(costs.accesses(), fill);
    Stations stations = new Stations(counted, costs.conflicts(), relation);
    if (!counted.has(operations)
        || !operations.stream().allMatch(each -> stations.pair(each).isPresent())) {
      return Optional.empty();
    }
    Map<String, Station> merged = new LinkedHashMap<>();
    double alone = 0;
    for (Operation operation : operations) {
      alone += machine.call() + counted.call(operation).nanos(machine);
      stations
          .of(operation)
          .forEach(station -> merged.merge(station.name(), station, Station::plus));
    }
    return Optional.of(new Projection(machine, alone, List.copyOf(merged.values())));
  }

  /** A projection with one more line that every operation writes. */
  Projection sharing(String line, int writes) {
    List<Station> more = new ArrayList<>(stations);
    more.add(new Station(line, false, writes, new Work(writes, 0), writes));
    return new Projection(machine, alone + writes * machine.access(), more);
  }

  /**
   * The operations of all cores in a second.
   *
   * @param cores the number of cores, at least 1
   * @return the rate
   */
  public double rate(int cores) {
    double time = time(cores);
    return NANOS_PER_SECOND
        * stations.stream()
            .mapToDouble(station -> station.rate(machine, cores, time))
            .reduce(cores / time, Math::min);
  }

  /**
   * The speedup over one core.
   *
   * @param cores the number of cores, at least 1
   * @return the speedup
   */
  public double speedup(int cores) {
    return rate(cores) / rate(1);
  }

  /**
   * The place where the cores wait.
   *
   * @param cores the number of cores, at least 1
   * @return the name of a lock or of another location; "" if they hardly wait
   */
  public String limit(int cores) {
    double time = time(cores);
    return stations.stream()
        .min(Comparator.comparingDouble(station -> station.rate(machine, cores, time)))
        .filter(station -> station.rate(machine, cores, time) < HELD_UP * cores / time)
        .map(Station::name)
        .orElse("");
  }

  /** An operation that need not wait, in nanoseconds. */
  private double time(int cores) {
    double others = Station.others(cores);
    return alone
        + stations.stream().mapToDouble(station -> station.transfers(machine, others)).sum();
  }
}
