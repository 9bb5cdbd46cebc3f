package org.ptstress.stress.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.ptstress.model.fault.Faults;

/**
 * The child JVM of the checks of a design, in checked mode. Argument: the design. Prints a line of
 * JSON, the list of its results, as each check ends.
 */
public final class CheckMain {
  /** Starts a line that holds results. */
  static final String RESULTS = "results ";

  private CheckMain() {}

  /**
   * Runs the checks.
   *
   * @param args the name of the design
   */
  public static void main(String[] args) {
    ObjectMapper mapper = new ObjectMapper();
    Checks.run(
        Faults.subject(args[0]),
        results -> {
          try {
            System.out.println(RESULTS + mapper.writeValueAsString(results));
          } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result cannot be written as JSON.", e);
          }
        });
    // A check that hangs has left a spinning thread behind, and a hook may hang too.
    Runtime.getRuntime().halt(0);
  }
}
