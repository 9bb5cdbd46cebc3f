package org.ptstress.stress.cost;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ptstress.model.Design;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.PairRow;
import org.ptstress.run.cost.Population;
import org.ptstress.run.cost.SearchSteps;
import org.ptstress.run.cost.WorkingSet;
import org.ptstress.run.process.ParentLink;
import org.ptstress.stress.engine.Agent;

/**
 * The child JVM of the costs. Arguments: {@link #LARGE} or not, the designs. Sends the costs of
 * each.
 */
public final class CostMain {
  /** The kind of the message that holds the costs of a design; its label is the design's name. */
  static final String COSTS = "costs";

  /** The kind of a message that says that there is progress. */
  static final String PROGRESS = "progress";

  /** The argument that asks for {@link Population#isOptional large tables}, too. */
  static final String LARGE = "-large";

  private static final int STATES = 100;

  /** How much more a find may load in a table that is filled further. */
  private static final double FLAT = 2;

  private CostMain() {}

  /**
   * Records the operations of designs.
   *
   * @param args the names of the designs, behind {@link #LARGE} if large tables are wanted
   * @throws IOException if the parent is gone
   */
  public static void main(String[] args) throws IOException {
    ParentLink parent = ParentLink.open();
    try (LogicalThreads threads = new LogicalThreads()) {
      boolean large = args[0].equals(LARGE);
      for (String name : List.of(args).subList(large ? 1 : 0, args.length)) {
        Runnable progress = () -> parent.send(PROGRESS, name, "");
        parent.send(COSTS, name, costs(Faults.subject(name), large, threads, progress));
      }
    }
    ParentLink.end();
  }

  private static DesignCosts costs(
      Design design, boolean large, LogicalThreads threads, Runnable progress) {
    try {
      threads.seed();
      List<DesignCosts> costs = new ArrayList<>();
      // All in a thread whose number is known.
      threads.first(() -> costs.add(counts(design, large, progress)));
      DesignCosts counted = costs.get(0);
      if (!counted.problem().isEmpty()) {
        return counted;
      }
      // Once before, for what is initialised when it is used first.
      new Encounters(design, 2, threads).rows(progress);
      List<PairRow> pairs = new Encounters(design, STATES, threads).rows(progress);
      return new DesignCosts(counted.accesses(), new Conflicts(design.name(), "", pairs));
    } catch (RuntimeException e) {
      return DesignCosts.none(design.name(), "an operation failed: " + e.getMessage());
    }
  }

  private static DesignCosts counts(Design design, boolean large, Runnable progress) {
    Wholeness.missed(design);
    List<String> missed = Wholeness.missed(design);
    if (!missed.isEmpty()) {
      return DesignCosts.none(
          design.name(),
          "the record is not whole: "
              + String.join(", ", missed)
              + " without an access that was seen");
    }
    if (!Agent.failures().isEmpty()) {
      return DesignCosts.none(
          design.name(),
          "The record is not whole: the access engine cannot see into "
              + String.join(", ", Agent.failures()));
    }
    SearchSteps search = Siege.steps(design);
    progress.run();
    List<CountRow> rows = new ArrayList<>();
    List<WorkingSet> sets = new ArrayList<>();
    for (Population population : Population.values()) {
      if (population.isOptional() && !(large && isFlat(rows))) {
        continue;
      }
      Counts counts = new Counts(design, population);
      rows.addAll(counts.rows());
      sets.addAll(counts.workingSet());
      progress.run();
    }
    return new DesignCosts(
        new Accesses(design.name(), "", Compiler.of(design), search, rows, sets),
        new Conflicts(design.name(), "", List.of()));
  }

  /** Whether a table of a million timers is filled in seconds. */
  private static boolean isFlat(List<CountRow> rows) {
    return finds(rows, Population.KERNEL_65536) <= FLAT * finds(rows, Population.KERNEL_512);
  }

  private static double finds(List<CountRow> rows, Population population) {
    return rows.stream()
        .filter(row -> row.operation() == Operation.FIND && row.population() == population)
        .mapToDouble(CountRow::loads)
        .sum();
  }
}
