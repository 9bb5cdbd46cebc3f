package org.ptstress.model.spec;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scenario with everything that its runs need computed once: the indices of its timers, and its
 * legal outcomes.
 */
public final class ScenarioPlan {
  /** The address of process 0. */
  public static final long FIRST_ADDRESS = 0xffff888012345680L;

  /**
   * The address of process 1, unless another is chosen. Both look like a slab's, and are such that
   * equal ids of both, from 0 to 7, share a chain in every hash of the kernel even with two chains.
   */
  public static final long SECOND_ADDRESS = 0xffff88865f540880L;

  /** The address of process 1 at full width: 1 TiB behind the first, so that low halves agree. */
  private static final long DISTANT_ADDRESS = FIRST_ADDRESS + (1L << 40);

  private final Scenario scenario;
  private final Map<String, Integer> timers;
  private final int[] owners;
  private final Step[] setup;
  private final Step[][] steps;
  private final long[] addresses;
  private final int processes;
  private final Set<String> legalOutcomes;
  private final Set<String> legalOutcomesOfSharedIds;
  private final List<List<Set<CallResult>>> legalResults = new ArrayList<>();

  /**
   * Prepares a scenario.
   *
   * @param scenario the scenario
   */
  public ScenarioPlan(Scenario scenario) {
    this.scenario = scenario;
    this.addresses =
        new long[] {FIRST_ADDRESS, scenario.isAtFullWidth() ? DISTANT_ADDRESS : SECOND_ADDRESS};
    this.processes = scenario.processes();
    this.timers = scenario.timers();
    this.owners = new int[timers.size()];
    this.setup = compile(scenario.setup());
    this.steps = new Step[scenario.actors().size()][];
    Set<List<List<CallResult>>> legal = Oracle.legalOutcomes(scenario);
    this.legalOutcomes = texts(legal);
    this.legalOutcomesOfSharedIds =
        processes > 1 ? texts(Oracle.legalOutcomesOfSharedIds(scenario)) : legalOutcomes;
    scenario.setup().forEach(this::noteOwner);
    for (int actor = 0; actor < scenario.actors().size(); actor++) {
      List<Call> calls = scenario.actors().get(actor).calls();
      steps[actor] = compile(calls);
      List<Set<CallResult>> ofActor = new ArrayList<>();
      for (int call = 0; call < calls.size(); call++) {
        noteOwner(calls.get(call));
        EnumSet<CallResult> results = EnumSet.noneOf(CallResult.class);
        for (List<List<CallResult>> outcome : legal) {
          results.add(outcome.get(actor).get(call));
        }
        ofActor.add(results);
      }
      legalResults.add(ofActor);
    }
  }

  private ScenarioPlan(ScenarioPlan plan, long secondAddress) {
    this.scenario = plan.scenario;
    this.addresses = new long[] {FIRST_ADDRESS, secondAddress};
    this.processes = plan.processes;
    this.timers = plan.timers;
    this.owners = plan.owners;
    this.setup = plan.setup;
    this.steps = plan.steps;
    this.legalOutcomes = plan.legalOutcomes;
    this.legalOutcomesOfSharedIds = plan.legalOutcomesOfSharedIds;
    this.legalResults.addAll(plan.legalResults);
  }

  /**
   * A copy for a table in which the first two processes should meet.
   *
   * @param address the address of process 1
   * @return the changed copy
   */
  public ScenarioPlan withSecondAddress(long address) {
    return new ScenarioPlan(this, address);
  }

  private Step[] compile(List<Call> calls) {
    return calls.stream().map(call -> Step.of(call, timers)).toArray(Step[]::new);
  }

  private void noteOwner(Call call) {
    if (Scenario.creates(call)) {
      owners[index(Scenario.timerOf(call))] = call.process();
    }
  }

  /**
   * The scenario.
   *
   * @return the scenario
   */
  public Scenario scenario() {
    return scenario;
  }

  /**
   * The outcomes of the actors that a correct table can have.
   *
   * @return texts as {@link Outcome#of} builds them, without the aftermath
   */
  public Set<String> legalOutcomes() {
    return legalOutcomes;
  }

  /** The outcomes of the actors that would be legal if all processes shared one space of ids. */
  Set<String> legalOutcomesOfSharedIds() {
    return legalOutcomesOfSharedIds;
  }

  private static Set<String> texts(Set<List<List<CallResult>>> outcomes) {
    return outcomes.stream().map(ScenarioPlan::outcome).collect(Collectors.toSet());
  }

  private static String outcome(List<List<CallResult>> results) {
    return Outcome.join(
        results.stream().map(ofActor -> text(ofActor.toArray(CallResult[]::new))).toList());
  }

  /** The results of one actor, as an outcome spells them. */
  static String text(CallResult[] results) {
    if (results.length == 1) {
      return results[0].text();
    }
    StringBuilder text = new StringBuilder();
    for (CallResult result : results) {
      text.append(text.isEmpty() ? "" : " ").append(result.text());
    }
    return text.toString();
  }

  /** The results of a call in legal outcomes. */
  Set<CallResult> legalResults(int actor, int call) {
    return legalResults.get(actor).get(call);
  }

  int index(String timer) {
    return Objects.requireNonNull(timers.get(timer), timer);
  }

  Step[] setup() {
    return setup;
  }

  Step[] steps(int actor) {
    return steps[actor];
  }

  int actorCount() {
    return steps.length;
  }

  int timerCount() {
    return owners.length;
  }

  int owner(int timer) {
    return owners[timer];
  }

  int processes() {
    return processes;
  }

  /** The address of a process. */
  long address(int process) {
    return addresses[process];
  }

  int maxId() {
    return (int) ((1L << scenario.idBits()) - 1);
  }
}
