package org.ptstress.stress.exploration;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.ptstress.run.process.ParentLink;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.stress.engine.Agent;
import org.ptstress.stress.engine.explore.Rule;
import org.ptstress.stress.engine.litmus.LitmusResult;

/**
 * The child JVM of explorations. Arguments: preemptions, stale reads, executions, walks, whether it
 * stops at what is broken, then those of each exploration. Sends a row for each.
 */
public final class ExplorationMain {
  /** The kind of the message that holds a row; its label is that of the exploration. */
  static final String ROW = "row";

  /** The kind of a message that says that there is progress. */
  static final String PROGRESS = "progress";

  /** The kind of the message that says why nothing can be explored. */
  static final String PROBLEM = "problem";

  private static final String ENOUGH = "another scenario has shown enough";

  private static final int BUDGET = 5;

  private ExplorationMain() {}

  /**
   * Explores scenarios.
   *
   * @param args see above
   * @throws IOException if the parent is gone
   */
  public static void main(String[] args) throws IOException {
    ParentLink parent = ParentLink.open();
    String problem = problem();
    if (problem.isEmpty()) {
      ExplorationBudget budget =
          new ExplorationBudget(
              new Bound(Integer.parseInt(args[0]), Integer.parseInt(args[1])),
              Long.parseLong(args[2]),
              Integer.parseInt(args[3]),
              Boolean.parseBoolean(args[4]));
      Runnable progress = new Heartbeat(() -> parent.send(PROGRESS, "", ""));
      Set<String> broken = new HashSet<>();
      for (int i = BUDGET; i < args.length; i += Exploration.ARGUMENTS) {
        Exploration exploration =
            Exploration.parse(Arrays.asList(args).subList(i, i + Exploration.ARGUMENTS));
        ExplorationResult row =
            broken.contains(exploration.design().name())
                ? exploration.notRun(ENOUGH)
                : row(exploration, budget, progress);
        if (budget.stopsAtBroken() && !row.broken().isEmpty()) {
          broken.add(row.design());
        }
        parent.send(ROW, exploration.label(), row);
      }
    } else {
      parent.send(PROBLEM, "", problem);
    }
    ParentLink.end();
  }

  /**
   * Whether the explorer can be trusted in this JVM.
   *
   * @return why not, or ""
   */
  public static String problem() {
    if (!Agent.failures().isEmpty()) {
      return "the access engine cannot see into " + String.join(", ", Agent.failures());
    }
    return LitmusResult.problem(Rule.all());
  }

  private static ExplorationResult row(
      Exploration exploration, ExplorationBudget budget, Runnable progress) {
    try {
      return new ScenarioExploration(exploration, budget, progress).result();
    } catch (RuntimeException e) {
      return exploration.notRun("the audit failed: " + e);
    }
  }
}
