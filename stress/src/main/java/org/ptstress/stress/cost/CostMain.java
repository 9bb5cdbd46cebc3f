package org.ptstress.stress.cost;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.Population;
import org.ptstress.run.cost.SearchSteps;
import org.ptstress.run.cost.WorkingSet;
import org.ptstress.run.process.ParentLink;
import org.ptstress.stress.engine.Agent;
import org.ptstress.stress.engine.hook.UnsupportedAccess;

/**
 * The child JVM of the costs. Arguments: {@link #LARGE} or not, the designs. Sends the costs of
 * each, {@link #SO_FAR} first with rows for every claim, then with more, and at last all of them.
 */
public final class CostMain {
  /** The kind of the message that holds the costs of a design; its label is the design's name. */
  static final String COSTS = "costs";

  /** The kind of a message that holds a design's rows so far. */
  static final String SO_FAR = "so far";

  /** The kind of a message that reports progress. */
  static final String PROGRESS = "progress";

  /** The argument that asks for {@link Population#isOptional large tables}, too. */
  static final String LARGE = "-large";

  private static final int STATES = 100;

  private static final int BEFORE = 2;

  /** States of a first pass: well above the two in which timers may share a bucket. */
  private static final int FIRST_STATES = 10;

  /** The maximum growth of a find's loads that makes the largest table feasible. */
  private static final double FLAT = 2;

  private final ParentLink parent;
  private final Design design;
  private final boolean large;
  private final LogicalThreads threads;
  private String problem = "";
  private @Nullable SearchSteps search;
  private final List<CountRow> rows = new ArrayList<>();
  private final List<WorkingSet> sets = new ArrayList<>();
  private Conflicts firstConflicts;

  private CostMain(ParentLink parent, Design design, boolean large, LogicalThreads threads) {
    this.parent = parent;
    this.design = design;
    this.large = large;
    this.threads = threads;
    this.firstConflicts = new Conflicts(design.name(), "", List.of());
  }

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
        parent.send(
            COSTS, name, new CostMain(parent, Faults.subject(name), large, threads).costs());
      }
    }
    ParentLink.end();
  }

  private DesignCosts costs() {
    try {
      threads.seed();
      // In a thread with a known number.
      threads.first(this::search);
      if (!problem.isEmpty()) {
        return DesignCosts.none(design.name(), problem);
      }
      // A warm-up run, for lazy initialisation.
      conflicts(BEFORE);
      firstConflicts = conflicts(FIRST_STATES);
      sendSoFar();
      threads.seed();
      threads.first(this::counts);
      // Repeated, so that later draws are the same as without a first pass.
      conflicts(BEFORE);
      return new DesignCosts(accesses(), conflicts(STATES));
    } catch (UnsupportedAccess e) {
      return DesignCosts.none(design.name(), e.reason());
    } catch (RuntimeException e) {
      return DesignCosts.none(design.name(), "an operation failed: " + e.getMessage());
    }
  }

  private void search() {
    problem = unseen();
    if (problem.isEmpty()) {
      search = Siege.steps(design);
      progress();
    }
  }

  /** The accesses of the design that the recorder misses, a sentence, or "". */
  private String unseen() {
    Wholeness.missed(design);
    List<String> missed = Wholeness.missed(design);
    if (!missed.isEmpty()) {
      return "the record is incomplete: "
          + String.join(", ", missed)
          + " without a recorded access";
    }
    return Agent.failures().isEmpty()
        ? ""
        : "The record is incomplete: the access engine cannot instrument "
            + String.join(", ", Agent.failures());
  }

  private void counts() {
    for (Population population : Population.values()) {
      if (population.isOptional() && !(large && isFlat(rows))) {
        continue;
      }
      Counts counts = new Counts(design, population, threads);
      progress();
      rows.addAll(counts.rows());
      progress();
      sets.addAll(counts.workingSet());
      sendSoFar();
    }
  }

  private Accesses accesses() {
    return new Accesses(design.name(), "", Compiler.of(design), search, rows, sets);
  }

  private Conflicts conflicts(int states) {
    return new Conflicts(
        design.name(), "", new Encounters(design, states, threads).rows(this::progress));
  }

  private void sendSoFar() {
    parent.send(SO_FAR, design.name(), new DesignCosts(accesses(), firstConflicts));
  }

  private void progress() {
    parent.send(PROGRESS, design.name(), "");
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
