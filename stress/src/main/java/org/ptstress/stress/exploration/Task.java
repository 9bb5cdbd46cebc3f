package org.ptstress.stress.exploration;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Slice;
import org.ptstress.stress.scenario.Scenarios;

/** One round of an exploration, as passed to a child. */
record Task(Exploration exploration, ExplorationBudget budget) {
  /** The number of arguments of a task. */
  static final int ARGUMENTS = 11;

  /** The reason of a round left out after another one, whose row stands. */
  static final String ENOUGH = "another exploration has already decided";

  /** The reason of rounds left out after failures of the design; earlier rows stand. */
  static final String LEFT = "the design already ended or hung its JVM";

  private static final String SEPARATOR = ",";

  List<String> arguments() {
    return List.of(
        exploration.design().name(),
        exploration.scenario().name(),
        exploration.ignored().stream().map(Claim::name).sorted().collect(joining(SEPARATOR)),
        Integer.toString(budget.bound().preemptions()),
        Integer.toString(budget.bound().staleReads()),
        Long.toString(budget.executions()),
        Integer.toString(budget.walks()),
        Boolean.toString(budget.stopsAtBroken()),
        Integer.toString(exploration.slice().number()),
        Integer.toString(exploration.slice().of()),
        Boolean.toString(budget.isGlance()));
  }

  /** Parses the result of {@link #arguments}. */
  static Task parse(List<String> arguments) {
    return new Task(
        new Exploration(
            Faults.subject(arguments.get(0)),
            Scenarios.named(arguments.get(1)),
            Arrays.stream(arguments.get(2).split(SEPARATOR))
                .filter(name -> !name.isEmpty())
                .map(Claim::valueOf)
                .collect(toSet()),
            new Slice(Integer.parseInt(arguments.get(8)), Integer.parseInt(arguments.get(9)), "")),
        new ExplorationBudget(
            new Bound(Integer.parseInt(arguments.get(3)), Integer.parseInt(arguments.get(4))),
            Long.parseLong(arguments.get(5)),
            Integer.parseInt(arguments.get(6)),
            Boolean.parseBoolean(arguments.get(7)),
            Boolean.parseBoolean(arguments.get(10))));
  }

  /** A label unique within a run. */
  String label() {
    return String.join(" ", arguments());
  }

  /** Whether an earlier round left nothing to do. */
  boolean isDone(@Nullable ExplorationResult before) {
    if (before == null) {
      return false;
    }
    Bound exhausted = before.exhausted();
    // A first look ends soon after a witness, although the scenario may break other claims, too.
    boolean isBroken =
        !before.broken().isEmpty() && before.executions() >= ScenarioExploration.MORE;
    return isBroken || (exhausted != null && exhausted.covers(budget.bound()));
  }

  /** Merges the row of another round. */
  static ExplorationResult merged(ExplorationResult before, ExplorationResult after) {
    if (after.status() == RunStatus.NOT_RUN) {
      boolean leavesIt = after.reason().equals(ENOUGH) || after.reason().equals(LEFT);
      return leavesIt || !before.broken().isEmpty() ? before : after;
    }
    return before.status() == RunStatus.NOT_RUN ? after : after.after(before);
  }
}
