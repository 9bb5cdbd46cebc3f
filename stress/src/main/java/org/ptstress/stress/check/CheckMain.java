package org.ptstress.stress.check;

import java.io.IOException;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.process.ParentLink;

/**
 * The child JVM of the checks of a design, in checked mode. Argument: the design. Sends the results
 * of each check when it ends.
 */
public final class CheckMain {
  /** The kind of the message that holds the results of a check; its label is the check's. */
  static final String RESULTS = "results";

  private CheckMain() {}

  /**
   * Runs the checks.
   *
   * @param args the name of the design
   * @throws IOException if the parent is gone
   */
  public static void main(String[] args) throws IOException {
    ParentLink parent = ParentLink.open();
    Checks.run(
        Faults.subject(args[0]), (check, results) -> parent.send(RESULTS, check.label(), results));
    // A hung check has left a spinning thread behind, and a shutdown hook may hang, too.
    ParentLink.end();
  }
}
