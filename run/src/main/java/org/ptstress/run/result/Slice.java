package org.ptstress.run.result;

/**
 * One of several parts of an exploration, which together cover every execution within its bound. An
 * execution belongs to the slice that the step of its first preemption or stale read selects, and
 * to every slice if it has none.
 *
 * @param number which one, from 1
 * @param of the number of slices, at least {@code number}
 * @param tree a fingerprint of the divided executions; "" before they are known. Slices of
 *     different trees do not add up to a whole
 */
public record Slice(int number, int of, String tree) {
  /** The whole exploration. */
  public static final Slice WHOLE = new Slice(1, 1, "");

  private static final String SEPARATOR = "/";
  private static final String OF = "-of-";

  /** Rejects a number out of range. */
  public Slice {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException(
          "Slice " + number + " of " + of + " does not exist; give a number from 1 to " + of + ".");
    }
  }

  /**
   * A copy after the exploration.
   *
   * @param divided the fingerprint of the divided executions
   * @return the changed copy
   */
  public Slice withTree(String divided) {
    return new Slice(number, of, divided);
  }

  /**
   * Whether executions whose first preemption or stale read is at a step belong to this slice.
   *
   * @param step the number of the step, the same in every slice
   * @return true in exactly one slice
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
