package org.ptstress.model.spec;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The orders of a run's calls, those of each actor one behind the other, in which every timer that
 * a lookup found had its id then: its create was over, its delete was not, and no other timer of
 * the process held the id when it was created. The oracle knows timers by their names; this knows
 * them by their ids.
 */
final class IdHistory {
  /** How many calls of each actor are over, and which timers are there. */
  private record State(List<Integer> done, BitSet live) {}

  /** What the calls of a run have returned. */
  interface Results {
    /** The result of a call of an actor. */
    CallResult result(int actor, int call);

    /** The timer that a lookup has found, or {@link ScenarioRun#NO_ID}. */
    int found(int actor, int call);

    /** The id of a timer, or {@link ScenarioRun#NO_ID} if its create failed. */
    int id(int timer);
  }

  private final ScenarioPlan plan;
  private final Results results;
  private final Set<State> seen = new HashSet<>();

  private IdHistory(ScenarioPlan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  /** Whether there is such an order. */
  static boolean exists(ScenarioPlan plan, Results results) {
    IdHistory history = new IdHistory(plan, results);
    BitSet live = new BitSet();
    for (Call call : plan.scenario().setup()) {
      history.step(call, live);
    }
    return history.continues(new int[plan.actorCount()], live);
  }

  private boolean continues(int[] done, BitSet live) {
    if (!seen.add(new State(Arrays.stream(done).boxed().toList(), live))) {
      return false;
    }
    boolean isEnd = true;
    for (int actor = 0; actor < done.length; actor++) {
      List<Call> calls = plan.scenario().actors().get(actor).calls();
      int at = done[actor];
      if (at < calls.size()) {
        isEnd = false;
        BitSet after = (BitSet) live.clone();
        int[] next = done.clone();
        next[actor]++;
        if (isPossible(actor, at, calls.get(at), after) && continues(next, after)) {
          return true;
        }
      }
    }
    return isEnd;
  }

  private boolean isPossible(int actor, int at, Call call, BitSet live) {
    CallResult result = results.result(actor, at);
    if (result == CallResult.FOUND || result == CallResult.ANOTHER) {
      return live.get(results.found(actor, at));
    }
    return result != CallResult.OK || step(call, live);
  }

  /** Performs a call that succeeded; returns whether it could. */
  private boolean step(Call call, BitSet live) {
    if (Scenario.creates(call)) {
      int timer = plan.index(Scenario.timerOf(call));
      boolean isFree =
          live.stream()
              .noneMatch(
                  other ->
                      plan.owner(other) == plan.owner(timer)
                          && results.id(other) == results.id(timer));
      live.set(timer, results.id(timer) != ScenarioRun.NO_ID);
      return isFree;
    }
    if (call instanceof Call.Delete delete) {
      live.clear(plan.index(delete.timer()));
    } else if (call instanceof Call.Exec || call instanceof Call.Fork) {
      live.stream()
          .filter(timer -> plan.owner(timer) == call.process())
          .boxed()
          .toList()
          .forEach(live::clear);
    }
    // Of an end of the process nobody learns in which order its timers go.
    return true;
  }
}
