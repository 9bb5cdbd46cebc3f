package org.ptstress.stress.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.ptstress.model.Designs;

/**
 * The child JVM of the checks, in checked mode. Arguments: the designs. Prints a line of JSON for
 * each result.
 */
public final class CheckMain {
  /** Starts a line that holds a result. */
  static final String RESULT = "result ";

  private CheckMain() {}

  /**
   * Runs the checks.
   *
   * @param args the names of the designs
   * @throws IOException if a result cannot be written as JSON
   */
  public static void main(String[] args) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    for (String name : args) {
      for (Object result : Checks.of(Designs.named(name))) {
        System.out.println(RESULT + mapper.writeValueAsString(result));
      }
    }
    // A check that hangs has left a spinning thread behind.
    System.exit(0);
  }
}
