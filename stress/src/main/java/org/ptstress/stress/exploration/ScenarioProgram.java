package org.ptstress.stress.exploration;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.spec.Actor;
import org.ptstress.model.spec.Outcome;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.model.spec.ScenarioRun;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.stress.engine.choice.Bounds;
import org.ptstress.stress.engine.explore.Ending;
import org.ptstress.stress.engine.explore.Program;
import org.ptstress.stress.engine.explore.Search;
import org.ptstress.stress.engine.explore.Trace;
import org.ptstress.stress.engine.explore.TraceText;
import org.ptstress.stress.engine.record.Names;
import org.ptstress.stress.scenario.StrictSections;

/** A scenario on a design as a program of the explorer. */
public final class ScenarioProgram implements Program {
  private final ScenarioPlan plan;
  private final Design design;
  private final TableConfig config;
  private @Nullable ScenarioRun last;

  /** The roots for names of accessed locations. */
  private final Map<String, Object> roots = new LinkedHashMap<>();

  /**
   * Creates the program.
   *
   * @param scenario the scenario
   * @param design the design
   */
  public ScenarioProgram(Scenario scenario, Design design) {
    this(new ScenarioPlan(scenario), design);
  }

  ScenarioProgram(ScenarioPlan plan, Design design) {
    this.plan = plan;
    this.design = design;
    Scenario scenario = plan.scenario();
    // The kind of lock with the fewest steps.
    this.config =
        scenario.config(
            scenario.isOfProgress() ? Scenario.Mode.PROGRESS : Scenario.Mode.INTERLEAVING);
  }

  @Override
  public int actors() {
    return plan.scenario().actors().size();
  }

  @Override
  public int unaided() {
    return plan.scenario().isOfProgress() ? actors() - 1 : NOBODY;
  }

  @Override
  public Run start() {
    // A new domain for each execution, because some executions end inside a read section.
    Rcu rcu = config.reclamation().newRcu();
    ScenarioRun run = new ScenarioRun(plan, design, config, new StrictSections(rcu));
    // Names ignore wrappers.
    roots.put("", run);
    roots.put("rcu", rcu);
    last = run;
    return new Run() {
      @Override
      public void act(int actor) {
        run.act(actor);
      }

      @Override
      public String outcome() {
        return run.outcome(run.aftermath());
      }
    };
  }

  /**
   * An empty trace of this program.
   *
   * @param whole whether accesses to unshared locations are kept, too
   * @return the trace
   */
  public static Trace newTrace(boolean whole) {
    return new Trace(SpinLock.class::isAssignableFrom, type -> type == ScenarioRun.class, whole);
  }

  /**
   * The claims that an execution breaks.
   *
   * @param ending how it ended
   * @return the claims
   */
  public Set<Claim> broken(Ending ending) {
    return switch (ending.kind()) {
      case DONE -> Outcome.brokenClaims(ending.text());
      case BLOCKED -> Set.of(plan.scenario().claims().get(0));
      case ENDLESS, THREW -> Set.of(Claim.CALLS_END);
      case REDUNDANT -> Set.of();
    };
  }

  /**
   * Replays a witness to obtain its trace.
   *
   * @param search the search that has found it
   * @param witness the witness against a claim
   * @param isWeakOnly asked whether weak memory is needed
   * @return the witness with its trace, or null if its replay differs
   */
  public @Nullable ExploredWitness replayed(
      Search search, Search.Witness witness, Supplier<@Nullable Boolean> isWeakOnly) {
    Trace trace = newTrace(false);
    Ending again = search.replay(witness.path(), trace);
    if (!again.equals(witness.ending())) {
      return null;
    }
    String text = String.join("\n", lines(trace));
    Bounds distance = witness.distance();
    // The leftovers of an abandoned execution belong to the explorer.
    String thrown = last == null || again.kind() != Ending.Kind.DONE ? "" : last.thrown();
    return new ExploredWitness(
        Claim.valueOf(witness.finding()),
        thrown.isEmpty() ? message(again) : again.text() + ": " + thrown,
        isWeakOnly.get(),
        new Bound(distance.preemptions(), distance.staleReads()),
        witness.path(),
        text);
  }

  private String message(Ending ending) {
    return ending.kind() == Ending.Kind.BLOCKED
        ? "the " + roles().get(unaided()) + " waits for a stalled thread"
        : ending.text();
  }

  private List<String> roles() {
    return plan.scenario().actors().stream().map(Actor::role).toList();
  }

  /**
   * Names of what the last execution accessed.
   *
   * @return the names, rooted at the system calls
   */
  public Names names() {
    return new Names(roots, numbered());
  }

  private List<String> lines(Trace trace) {
    List<String> lines = new TraceText(roles(), names()).lines(trace);
    return lines.stream().map(line -> line.replace("syscalls.", "")).toList();
  }

  /** Numbers timers and processes in the order of their appearance. */
  private static Function<Object, @Nullable String> numbered() {
    IdentityHashMap<Object, String> names = new IdentityHashMap<>();
    Map<Class<?>, Integer> counts = new HashMap<>();
    return object ->
        object instanceof KTimer || object instanceof Process
            ? names.computeIfAbsent(
                object,
                one ->
                    String.format(
                        Locale.ROOT,
                        "%s#%d",
                        one.getClass().getSimpleName(),
                        counts.merge(one.getClass(), 1, Integer::sum)))
            : null;
  }
}
