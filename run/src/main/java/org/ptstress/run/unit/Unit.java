package org.ptstress.run.unit;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A unit of work.
 *
 * @param phase the phase that does it: one of the constants
 * @param design the design's name, or "" for work done once for all designs
 * @param part the scenario, with its slice if it is divided, or "" if the design is not divided
 */
public record Unit(String phase, String design, String part) {
  /** The checks of a design. */
  public static final String CHECKS = "checks";

  /** The counts and conflicts of a design. */
  public static final String ACCESSES = "accesses";

  /** The exploration of a scenario on a design, or a slice of it. */
  public static final String EXPLORATIONS = "explorations";

  /** The races of a scenario on a design. */
  public static final String RACES = "races";

  /** Lincheck's search of a scenario on a design. */
  public static final String INTERLEAVINGS = "interleavings";

  /** The comparison with the running kernel. */
  public static final String KERNEL = "kernel";

  /**
   * Throughput and latency of all designs. One machine measures them all, because they are compared
   * with each other.
   */
  public static final String MEASUREMENTS = "measurements";

  /**
   * A unit without a design.
   *
   * @param phase what does it
   * @return the unit
   */
  public static Unit of(String phase) {
    return new Unit(phase, "", "");
  }

  /**
   * The name of the unit in files and on the terminal.
   *
   * @return such as {@code races/RfcHash/WrapAround}, {@code checks/RfcHash} or {@code
   *     measurements}
   */
  public String name() {
    return Stream.of(phase, design, part)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("/"));
  }
}
