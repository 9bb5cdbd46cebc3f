package org.ptstress.stress.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ptstress.model.Claim;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.process.ParentLink;
import org.ptstress.stress.engine.explore.Ending;
import org.ptstress.stress.engine.explore.Explorer;
import org.ptstress.stress.engine.explore.Rule;
import org.ptstress.stress.engine.explore.Search;
import org.ptstress.stress.engine.explore.Trace;
import org.ptstress.stress.engine.explore.TraceText;
import org.ptstress.stress.engine.record.Names;
import org.ptstress.stress.exploration.ExplorationMain;
import org.ptstress.stress.exploration.Harness;
import org.ptstress.stress.exploration.ScenarioProgram;
import org.ptstress.stress.scenario.Scenarios;

/**
 * The child JVM that replays witnesses. Arguments of each: the design, the scenario, the claim, the
 * path. Sends its steps, including those at unshared locations.
 */
public final class WitnessMain {
  /** The kind of the message that holds the steps. */
  static final String STEPS = "steps";

  /** The kind of the message that says why there are none. */
  static final String PROBLEM = "problem";

  /** How many arguments a witness is. */
  private static final int ARGUMENTS = 4;

  /** The depth of shown frames: an accessor and its caller. */
  private static final int FRAMES = 2;

  private WitnessMain() {}

  /**
   * Replays witnesses.
   *
   * @param args see above
   * @throws IOException if the parent is gone
   */
  public static void main(String[] args) throws IOException {
    ParentLink parent = ParentLink.open();
    String problem = ExplorationMain.problem();
    for (int i = 0; problem.isEmpty() && i < args.length; i += ARGUMENTS) {
      ScenarioProgram program =
          new ScenarioProgram(Scenarios.named(args[i + 1]), Faults.subject(args[i]));
      Trace trace = ScenarioProgram.newTrace(true);
      Ending ending = replay(program, args[i + 3], trace);
      if (program.broken(ending).contains(Claim.valueOf(args[i + 2]))) {
        parent.send(STEPS, "", steps(trace, program.names()));
      } else {
        problem = "that of " + args[i] + " did not repeat, but ended with " + ending.text();
      }
    }
    if (!problem.isEmpty()) {
      parent.send(PROBLEM, "", problem);
    }
    ParentLink.end();
  }

  private static Ending replay(ScenarioProgram program, String path, Trace trace) {
    try (Explorer explorer = new Explorer(Rule.all(), Harness::treatment)) {
      Search search = new Search(explorer, program, (ending, distance) -> List.of(), () -> true);
      search.initialise();
      return search.replay(path, trace);
    }
  }

  private static List<WitnessStep> steps(Trace trace, Names names) {
    Places places = new Places(names);
    List<WitnessStep> steps = new ArrayList<>();
    for (Trace.Step step : trace.steps()) {
      Object base = step.base();
      boolean isAccess = base != null && step.offset() != Trace.WHOLE;
      steps.add(
          new WitnessStep(
              step.actor(),
              step.verb(),
              base == null ? "" : places.name(base, step.offset()),
              step.old() == null ? "" : TraceText.value(step.old(), names),
              isAccess ? TraceText.value(step.value(), names) : "",
              step.mode(),
              String.join(
                  " < ", step.frames().subList(0, Math.min(FRAMES, step.frames().size())))));
    }
    return steps;
  }

  /** Makes names unique, because the elements of an array share one. */
  private static final class Places {
    private final Names names;
    private final IdentityHashMap<Object, Map<Long, String>> known = new IdentityHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    Places(Names names) {
      this.names = names;
    }

    String name(Object base, long offset) {
      return known
          .computeIfAbsent(base, any -> new HashMap<>())
          .computeIfAbsent(offset, any -> numbered(base, offset));
    }

    private String numbered(Object base, long offset) {
      boolean isWhole = offset == Trace.WHOLE;
      String name = isWhole ? names.ofObject(base) : names.of(base, offset);
      int use = uses.merge(name, 1, Integer::sum);
      String plain = name.replaceFirst("^syscalls[.]", "");
      return use == 1 ? plain : plain + " " + use;
    }
  }
}
