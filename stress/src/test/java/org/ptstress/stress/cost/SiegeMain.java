package org.ptstress.stress.cost;

import java.io.IOException;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.process.ParentLink;

/** The child JVM of {@link SiegeTest}. Arguments: designs. Sends the steps of each. */
final class SiegeMain {
  private SiegeMain() {}

  public static void main(String[] args) throws IOException {
    ParentLink parent = ParentLink.open();
    try (LogicalThreads threads = new LogicalThreads()) {
      for (String name : args) {
        threads.seed();
        threads.first(() -> parent.send("steps", name, Siege.steps(Faults.subject(name))));
      }
    }
    ParentLink.end();
  }
}
