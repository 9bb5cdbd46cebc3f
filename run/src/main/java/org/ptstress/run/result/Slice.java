package org.ptstress.run.result;

import static java.util.Objects.requireNonNull;

/**
 * One of several parts of an exploration, which together make every execution within its bound. An
 * execution belongs to one of them by the step of its first preemption or stale read, and to each
 * of them if it has none.
 *
 * @param number which one, from 1
 * @param of how many there are, from {@code number} on
 * @param tree what tells the executions that were divided from others; "" before they are known.
 *     Slices of different trees do not add up to a whole
 */
public record Slice(int number, int of, String tree) {
  /** Everything. */
  public static final Slice WHOLE = new Slice(1, 1, "");

  private static final String SEPARATOR = "/";
  private static final String OF = "-of-";

  /** Checks that the number is one of them. */
  public Slice {
    requireNonNull(tree, "tree");
    if (number < 1 || number > of) {
      throw new IllegalArgumentException(
          "Slice " + number + " of " + of + " is none; give a number from 1 to " + of + ".");
    }
  }

  /**
   * A copy after the exploration.
   *
   * @param divided what was divided
   * @return the changed copy
   */
  public Slice withTree(String divided) {
    return new Slice(number, of, divided);
  }

  /**
   * Whether executions whose first preemption or stale read is at a step belong here.
   *
   * @param step the number of the step, which is the same whatever slice is explored
   * @return true in one of the slices
   */
  public boolean includes(int step) {
    return Math.floorMod(step, of) == number - 1;
  }

  /**
   * The name of the slice of a scenario.
   *
   * @param scenario the scenario's name
   * @return such as {@code OneFreeId/2-of-4}; the scenario alone if it is not divided
   */
  public String partOf(String scenario) {
    return of == 1 ? scenario : scenario + SEPARATOR + number + OF + of;
  }

  /**
   * The inverse of {@link #partOf}.
   *
   * @param part the name of a slice of a scenario, or of a scenario
   * @return the scenario's name
   */
  public static String scenarioOf(String part) {
    return part.split(SEPARATOR, 2)[0];
  }

  /**
   * How many slices there are.
   *
   * @param part the name of a slice of a scenario, or of a scenario
   * @return 1 if it is not divided
   */
  public static int countIn(String part) {
    int at = part.lastIndexOf(OF);
    return at < 0 ? 1 : Integer.parseInt(part.substring(at + OF.length()));
  }
}
