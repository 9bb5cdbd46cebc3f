package org.ptstress.model.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Enumerates the legal outcomes of a scenario: what the calls may return if the table is correct,
 * whatever its id policy. Where the end of the ids is to be what the changelog of the RFC says, the
 * policy is a counter, and the id that each create gets is known.
 *
 * <p>Each call is a sequence of atomic steps of the sequential specification: a create enters,
 * takes an id if one is free, and becomes findable; a delete makes the timer unfindable, then frees
 * its id. The oracle runs every interleaving of these steps, remembering the states it has been in.
 */
public final class Oracle {
  private final Scenario scenario;
  private final Map<String, Integer> timers;
  private final Set<State> visited = new HashSet<>();
  private final Set<List<List<CallResult>>> outcomes = new LinkedHashSet<>();

  private Oracle(Scenario scenario) {
    this.scenario = scenario;
    this.timers = scenario.timers();
  }

  /**
   * The legal outcomes of a scenario.
   *
   * @param scenario the scenario
   * @return for each outcome the results of every call of every actor
   */
  public static Set<List<List<CallResult>>> legalOutcomes(Scenario scenario) {
    Oracle oracle = new Oracle(scenario);
    oracle.explore(oracle.afterSetup());
    if (mixesCreates(scenario)) {
      // A plain create may take the id that is restored beside it, or another one.
      oracle.visited.clear();
      State state = oracle.afterSetup();
      state.takeWantedIds();
      oracle.explore(state);
    }
    return oracle.outcomes;
  }

  /** Whether the actors create timers of one process by the counter and at exact ids. */
  private static boolean mixesCreates(Scenario scenario) {
    List<Call> calls = scenario.actors().stream().flatMap(actor -> actor.calls().stream()).toList();
    return calls.stream()
        .filter(Call.CreateAt.class::isInstance)
        .anyMatch(
            exact ->
                calls.stream()
                    .anyMatch(
                        call -> call instanceof Call.Create && call.process() == exact.process()));
  }

  /**
   * The outcomes that would be legal if all processes shared one space of ids.
   *
   * @param scenario the scenario
   * @return for each outcome the results of every call of every actor; none if the set-up needs
   *     more ids than there would be
   */
  static Set<List<List<CallResult>>> legalOutcomesOfSharedIds(Scenario scenario) {
    Oracle oracle = new Oracle(scenario);
    State state = new State(scenario, oracle.timers.size(), true);
    for (Call call : scenario.setup()) {
      if (oracle.whole(state, call) != CallResult.OK) {
        return Set.of();
      }
    }
    oracle.explore(state);
    return oracle.outcomes;
  }

  private State afterSetup() {
    State state = new State(scenario, timers.size(), false);
    for (Call call : scenario.setup()) {
      CallResult result = whole(state, call);
      if (result != CallResult.OK) {
        throw new IllegalArgumentException(
            "The set-up of scenario "
                + scenario.name()
                + " fails in a correct table: "
                + call
                + " gives "
                + result
                + ".");
      }
    }
    state.advance(scenario.advances());
    return state;
  }

  private CallResult whole(State state, Call call) {
    CallResult result = null;
    while (result == null) {
      result = state.step(0, call, timers);
    }
    return result;
  }

  private void explore(State state) {
    if (!visited.add(state)) {
      return;
    }
    boolean done = true;
    for (int actor = 0; actor < scenario.actors().size(); actor++) {
      List<Call> calls = scenario.actors().get(actor).calls();
      int position = state.results.get(actor).size();
      if (position == calls.size()) {
        continue;
      }
      done = false;
      Call call = calls.get(position);
      if (state.isBlocked(call)) {
        continue;
      }
      State next = new State(state);
      CallResult result = next.step(actor, call, timers);
      if (result != null) {
        List<CallResult> results = new ArrayList<>(next.results.get(actor));
        results.add(result);
        next.results.set(actor, List.copyOf(results));
      }
      explore(next);
    }
    if (done) {
      outcomes.add(List.copyOf(state.results));
    }
  }
}
