package org.ptstress.reports.projection;

import java.util.List;
import java.util.Optional;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.Relation;

/**
 * The published table of 2025 by the projection. The cost of a line is fixed on mainline's column
 * of 63 cores alone: what the projection is for is to say of a design that was not measured how it
 * would scale, so it is a design that is left out of the fit, not every second line.
 */
public final class Validation {
  private static final int CHAINS = 512;
  private static final int CPUS = 64;

  /** Counts of a design that sizes its table by CPUs are of a table for so many. */
  private static final int COUNTED_CPUS = 8;

  /** A create and a delete move the counter of pending signals. */
  private static final int SIGNAL_WRITES = 2;

  private static final double MILLIS_PER_SECOND = 1e3;

  private Validation() {}

  /**
   * Whether a cell took part in the fit.
   *
   * @param line a line of the table
   * @param column one of its columns
   * @return whether it did; all others are predicted
   */
  public static boolean isFitted(Published line, int column) {
    return column == Published.MAINLINE && line.isCrowd();
  }

  /**
   * The time that the projection gives for a cell.
   *
   * @param costs the counts of the design in the column
   * @param line the line
   * @param column the column: mainline or the new hash
   * @return milliseconds; empty if something was not counted
   */
  public static Optional<Double> millis(DesignCosts costs, Published line, int column) {
    return millis(costs, line, column, Machine.OF_2025);
  }

  static Optional<Double> millis(DesignCosts costs, Published line, int column, Machine machine) {
    return projection(costs, line, column, machine).map(projection -> millis(line, projection));
  }

  /**
   * The milliseconds if all processes of a user moved one counter of pending signals, as those of
   * the kernel do (UCOUNT_RLIMIT_SIGPENDING). The model has one for each process.
   *
   * @param costs the counts of the design in the column
   * @param line the line, of creates and deletes
   * @param column the column: mainline or the new hash
   * @return milliseconds; empty if something was not counted
   */
  public static Optional<Double> millisWithOneCounter(
      DesignCosts costs, Published line, int column) {
    return projection(costs, line, column, Machine.OF_2025)
        .map(projection -> millis(line, projection.sharing("ucounts", SIGNAL_WRITES)));
  }

  private static Optional<Projection> projection(
      DesignCosts costs, Published line, int column, Machine machine) {
    return Projection.of(
        costs,
        operations(line),
        line.ownProcesses() ? Relation.OTHER_PROCESS : Relation.SAME_PROCESS,
        Fill.chains(timers(line) * chainsOfCounts(column) / CHAINS),
        machine);
  }

  private static double millis(Published line, Projection projection) {
    double operations = (double) line.timers() * line.threads();
    return operations / projection.rate(line.threads()) * MILLIS_PER_SECOND;
  }

  private static List<Operation> operations(Published line) {
    return switch (line.method()) {
      case "create" -> List.of(Operation.CREATE);
      case "getoverrun" -> List.of(Operation.GETTIME);
      default -> List.of(Operation.CREATE, Operation.DELETE);
    };
  }

  /** The timers in the table: while it is filled, half of them on average. */
  private static double timers(Published line) {
    double all = (double) line.timers() * line.threads();
    return switch (line.method()) {
      case "create" -> all / 2;
      case "getoverrun" -> all;
      default -> line.threads();
    };
  }

  private static double chainsOfCounts(int column) {
    return column == Published.NEW_HASH ? (double) COUNTED_CPUS / CPUS : 1;
  }
}
