package org.ptstress.stress.exploration;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ptstress.run.process.ParentLink;
import org.ptstress.run.process.ParentWatch;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.stress.engine.Agent;
import org.ptstress.stress.engine.explore.Rule;
import org.ptstress.stress.engine.hook.UnsupportedAccess;
import org.ptstress.stress.engine.litmus.LitmusResult;

/** The child JVM of explorations. Arguments: those of each {@link Task}. Sends a row for each. */
public final class ExplorationMain {
  /** The kind of the message that holds a row; its label is that of the task. */
  static final String ROW = "row";

  /** The kind of a message that says that there is progress. */
  static final String PROGRESS = "progress";

  /** The kind of the message that holds the reason why nothing can be explored. */
  static final String PROBLEM = "problem";

  private ExplorationMain() {}

  /**
   * Explores scenarios.
   *
   * @param args see above
   * @throws IOException if the parent is gone
   */
  public static void main(String[] args) throws IOException {
    // The litmus tests are part of the start, which has a timeout of a minute.
    ParentWatch.start();
    String problem = problem();
    ParentLink parent = ParentLink.open();
    if (problem.isEmpty()) {
      Runnable progress = new Heartbeat(() -> parent.send(PROGRESS, "", ""));
      Set<String> broken = new HashSet<>();
      Map<String, ExplorationResult> rows = new HashMap<>();
      for (int i = 0; i < args.length; i += Task.ARGUMENTS) {
        Task task = Task.parse(Arrays.asList(args).subList(i, i + Task.ARGUMENTS));
        Exploration exploration = task.exploration();
        boolean isDone =
            broken.contains(exploration.design().name())
                || task.isDone(rows.get(exploration.label()));
        ExplorationResult row = isDone ? exploration.notRun(Task.ENOUGH) : row(task, progress);
        rows.merge(exploration.label(), row, Task::merged);
        if (task.budget().stopsAtBroken() && !row.broken().isEmpty()) {
          broken.add(row.design());
        }
        parent.send(ROW, task.label(), row);
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
      return "the access engine cannot instrument " + String.join(", ", Agent.failures());
    }
    return LitmusResult.problem(Rule.all());
  }

  private static ExplorationResult row(Task task, Runnable progress) {
    try {
      return new ScenarioExploration(task.exploration(), task.budget(), progress).result();
    } catch (UnsupportedAccess e) {
      return task.exploration().notRun(e.reason());
    } catch (RuntimeException e) {
      return task.exploration().notRun("the audit failed: " + e);
    } catch (OutOfMemoryError e) {
      return task.exploration().notRun("a table or a call ran out of memory: " + e);
    }
  }
}
