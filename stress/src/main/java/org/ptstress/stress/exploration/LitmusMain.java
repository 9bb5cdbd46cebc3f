package org.ptstress.stress.exploration;

import java.io.IOException;
import java.util.List;
import org.ptstress.run.process.ParentLink;
import org.ptstress.stress.engine.explore.Rule;
import org.ptstress.stress.engine.litmus.Litmus;
import org.ptstress.stress.engine.litmus.LitmusResult;

/** The child JVM of the litmus tests. Sends a row for each. */
public final class LitmusMain {
  private LitmusMain() {}

  /**
   * Runs all tests.
   *
   * @param args none
   * @throws IOException if the parent is gone
   */
  public static void main(String[] args) throws IOException {
    ParentLink parent = ParentLink.open();
    List<Litmus> tests = Litmus.all();
    for (int i = 0; i < tests.size(); i++) {
      LitmusResult result = LitmusResult.of(tests.get(i), Rule.all());
      parent.send(ExplorationMain.ROW, Integer.toString(i), LitmusRow.of(result));
    }
    ParentLink.end();
  }
}
