package org.ptstress.model.spec;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.timer.KTimer;

/**
 * Finds out which claims a finished run has broken: from what the calls returned, held against the
 * oracle, and from what is in the table now.
 */
final class Audit {
  /** Enough ids to come into each of the few chains of a narrow table. */
  private static final int LAST_PROBED_ID = 15;

  private static final int NOBODY = -1;

  private final ScenarioRun run;
  private final ScenarioPlan plan;
  private final Scenario scenario;
  private final EnumSet<Claim> broken = EnumSet.noneOf(Claim.class);

  /** Whether each timer was created, not deleted, and its process still runs. */
  private final boolean[] live;

  /** Whether a create has failed or a delete succeeded, which must leave nothing. */
  private boolean leavesNothing;

  /** Whether each process has ended, and none has got its address since. */
  private final boolean[] exited;

  /** The number of processes that had the address of each timer's owner before it. */
  private final long[] predecessors;

  /** The results of the actors, as {@link ScenarioPlan#legalOutcomes} spells them. */
  private final String outcome;

  Audit(ScenarioRun run) {
    this.run = run;
    this.plan = run.plan();
    this.scenario = plan.scenario();
    this.live = new boolean[plan.timerCount()];
    this.exited = new boolean[plan.processes()];
    this.predecessors = new long[plan.timerCount()];
    for (Actor actor : scenario.actors()) {
      for (int i = 0; i < actor.calls().size(); i++) {
        Call call = actor.calls().get(i);
        if (Scenario.creates(call)) {
          predecessors[plan.index(Scenario.timerOf(call))] =
              forks(call.process(), actor.calls().subList(0, i));
        }
      }
    }
    this.outcome =
        Outcome.join(
            IntStream.range(0, plan.actorCount())
                .mapToObj(actor -> ScenarioPlan.text(results(actor)))
                .toList());
  }

  private static long forks(int process, List<Call> calls) {
    return calls.stream()
        .filter(call -> call instanceof Call.Fork && call.process() == process)
        .count();
  }

  private CallResult[] results(int actor) {
    return IntStream.range(0, scenario.actors().get(actor).calls().size())
        .mapToObj(call -> result(actor, call))
        .toArray(CallResult[]::new);
  }

  /** The result of a call in the terms of the oracle, which knows timers by their names only. */
  private CallResult result(int actor, int call) {
    CallResult result = run.result(actor, call);
    return result == CallResult.ANOTHER && hasTheId(actor, call) ? CallResult.EINVAL : result;
  }

  /**
   * Whether what a lookup has found rightly has the id: a create returned it, and some order of all
   * calls explains that the timer had it when it was found.
   */
  private boolean hasTheId(int actor, int at) {
    Call call = scenario.actors().get(actor).calls().get(at);
    int id =
        call instanceof Call.GettimeId byId
            ? byId.id()
            : run.id(plan.index(Scenario.timerOf(call)));
    return id >= 0 && run.id(run.found(actor, at)) == id && IdHistory.exists(plan, run);
  }

  Set<Claim> brokenClaims() {
    if (run.isCut()) {
      // What such a call has left half done, and what others then met, is no evidence.
      broken.add(Claim.CALLS_END);
      return broken;
    }
    for (int timer = 0; timer < live.length; timer++) {
      live[timer] = run.id(timer) != ScenarioRun.NO_ID;
    }
    for (int i = 0; i < scenario.setup().size(); i++) {
      Call call = scenario.setup().get(i);
      noteEnd(call, run.setupResult(i), List.of());
      checkResult(call, run.setupResult(i), Set.of(CallResult.OK));
    }
    for (int actor = 0; actor < scenario.actors().size(); actor++) {
      List<Call> calls = scenario.actors().get(actor).calls();
      for (int i = 0; i < calls.size(); i++) {
        CallResult result = result(actor, i);
        noteEnd(calls.get(i), result, calls.subList(0, i));
        checkResult(calls.get(i), result, plan.legalResults(actor, i));
      }
    }
    checkUnique();
    checkFindable();
    boolean dangling = checkHashed();
    checkCorruption(run.syscalls().firstCorruption(), dangling);
    checkEndless();
    checkIdRules();
    checkCharges();
    if (broken.isEmpty() && !plan.legalOutcomes().contains(outcome)) {
      broken.add(blameForAll());
    }
    return broken;
  }

  private void noteEnd(Call call, CallResult result, List<Call> before) {
    if (call instanceof Call.Delete delete && result == CallResult.OK) {
      live[plan.index(delete.timer())] = false;
      leavesNothing = true;
    } else if (call instanceof Call.Exec) {
      leavesNothing = true;
      // Behind an exec its process creates others.
      Stream.concat(scenario.setup().stream(), before.stream())
          .filter(made -> Scenario.creates(made) && made.process() == call.process())
          .forEach(made -> live[plan.index(Scenario.timerOf(made))] = false);
    } else if (call instanceof Call.Exit) {
      exited[call.process()] = true;
      for (int timer = 0; timer < live.length; timer++) {
        live[timer] &=
            plan.owner(timer) != call.process()
                || predecessors[timer] > forks(call.process(), before);
      }
    } else if (call instanceof Call.Fork) {
      exited[call.process()] = false;
    } else if (Scenario.creates(call) && result != CallResult.OK && result != CallResult.KILLED) {
      leavesNothing = true;
    }
  }

  private void checkResult(Call call, CallResult result, Set<CallResult> legal) {
    if (legal.contains(result)) {
      if (call instanceof Call.CreateAt createAt && result == CallResult.OK) {
        int id = run.id(plan.index(createAt.timer()));
        breakIf(id != createAt.id() && !mayBePlain(createAt), Claim.EXACT_RESTORE);
      } else if (call instanceof Call.CreateAt createAt && result == CallResult.EBUSY) {
        breakIf(!mayBeTaken(createAt), Claim.EXACT_RESTORE);
      }
      return;
    }
    // What was not made is explained by the create that failed, and that was looked at.
    if (result != CallResult.SKIPPED) {
      broken.add(blame(call, result));
    }
  }

  /** Whether another thread may have switched restore mode off before the create. */
  private boolean mayBePlain(Call.CreateAt create) {
    return scenario.actors().stream()
        .map(Actor::calls)
        .filter(calls -> !calls.contains(create))
        .anyMatch(calls -> calls.contains(new Call.RestoreMode(create.process(), false)));
  }

  /** Whether another timer of the process had the id, or a create that failed may have had it. */
  private boolean mayBeTaken(Call.CreateAt create) {
    boolean isUnknown =
        scenario.actors().stream()
            .flatMap(actor -> actor.calls().stream())
            .anyMatch(
                call -> call instanceof Call.FailingCreate && call.process() == create.process());
    return isUnknown
        || IntStream.range(0, live.length)
            .anyMatch(
                timer -> plan.owner(timer) == create.process() && run.id(timer) == create.id());
  }

  private Claim blame(Call call, CallResult result) {
    if (call instanceof Call.RestoreMode) {
      return Claim.EXACT_RESTORE;
    }
    return switch (result) {
      case NEGATIVE, OUT_OF_RANGE -> Claim.VALID_IDS;
      case NOT_RESTORED -> Claim.RESTORABLE_IDS;
      case EAGAIN -> blameForEagain();
      case EBUSY -> call instanceof Call.Restore ? Claim.RESTORABLE_IDS : Claim.EXACT_RESTORE;
      case EINVAL -> sharesId(call) ? Claim.UNIQUE_IDS : Claim.NO_LOST_TIMER;
      case FOREIGN -> Claim.OWNER_ISOLATION;
      case FOUND, ANOTHER, STALE -> {
        if (call instanceof Call.GettimeId byId && (byId.id() < 0 || byId.id() > plan.maxId())) {
          yield Claim.REJECTS_OUT_OF_RANGE;
        }
        yield sharesId(call) ? Claim.UNIQUE_IDS : Claim.NO_STALE_FIND;
      }
      case THREW, ENDLESS -> Claim.CALLS_END;
      case OK -> blameForSuccess(call);
      case SKIPPED, KILLED -> scenario.claims().get(0);
    };
  }

  private Claim blameForSuccess(Call call) {
    if (call instanceof Call.Delete) {
      return Claim.SINGLE_DELETE;
    } else if (call instanceof Call.CreateAt) {
      return Claim.EXACT_RESTORE;
    }
    return call instanceof Call.Create && !scenario.wrapsAsDescribed()
        ? Claim.UNIQUE_IDS
        : scenario.claims().get(0);
  }

  /** The claim for results that are legal one by one, and not together. */
  private Claim blameForAll() {
    boolean refused = false;
    for (int actor = 0; actor < plan.actorCount(); actor++) {
      for (int call = 0; call < plan.steps(actor).length; call++) {
        refused |= run.result(actor, call) == CallResult.EAGAIN;
      }
    }
    return refused && !scenario.wrapsAsDescribed() ? blameForEagain() : scenario.claims().get(0);
  }

  /**
   * An -EAGAIN while ids of the process are free. If only the ids that others hold explain it, then
   * as many ids are taken as there are, but not by the process alone.
   */
  private Claim blameForEagain() {
    Set<String> ofSharedIds = plan.legalOutcomesOfSharedIds();
    // There are none if the set-up alone needs more ids than all processes have together.
    return ofSharedIds.isEmpty() || ofSharedIds.contains(outcome)
        ? Claim.OWNER_ISOLATION
        : Claim.EAGAIN_ONLY_WHEN_FULL;
  }

  /**
   * Whether another timer of the process got the same id, so that calls may have hit the wrong one
   * of two. Where an id may come back at once, a deleted timer is none of them.
   */
  private boolean sharesId(Call call) {
    String name = Scenario.timerOf(call);
    return !name.isEmpty() && sharesId(plan.index(name));
  }

  private boolean sharesId(int timer) {
    for (int other = 0; other < live.length; other++) {
      if (other != timer
          && predecessors[other] == predecessors[timer]
          && (live[other] || run.idPolicy() != IdPolicy.ANY_FREE)
          && run.id(timer) != ScenarioRun.NO_ID
          && run.id(other) == run.id(timer)
          && plan.owner(other) == plan.owner(timer)) {
        return true;
      }
    }
    return false;
  }

  private void checkUnique() {
    for (int timer = 0; timer < live.length; timer++) {
      for (int other = 0; other < timer; other++) {
        breakIf(
            live[timer]
                && live[other]
                && plan.owner(timer) == plan.owner(other)
                && run.id(timer) == run.id(other),
            Claim.UNIQUE_IDS);
      }
    }
  }

  private void checkFindable() {
    for (int timer = 0; timer < live.length; timer++) {
      if (!live[timer]) {
        continue;
      }
      int found = run.timerAt(plan.owner(timer), run.id(timer));
      if (found == ScenarioRun.NOT_ENDED) {
        broken.add(Claim.CALLS_END);
      } else if (found == ScenarioRun.NO_ID) {
        broken.add(sharesId(timer) ? Claim.UNIQUE_IDS : Claim.NO_LOST_TIMER);
      } else if (found != timer) {
        broken.add(sharesId(timer) ? Claim.UNIQUE_IDS : Claim.NO_STALE_FIND);
      }
      for (int process = 0; process < plan.processes(); process++) {
        int foreign =
            process == plan.owner(timer) ? ScenarioRun.NO_ID : run.timerAt(process, run.id(timer));
        breakIf(
            foreign == ScenarioRun.UNKNOWN || (foreign >= 0 && plan.owner(foreign) != process),
            Claim.OWNER_ISOLATION);
      }
    }
  }

  /** Looks for nodes that should not be hashed; returns whether there are any. */
  private boolean checkHashed() {
    List<KTimer> hashed = new ArrayList<>();
    run.table().forEach(hashed::add);
    int running = 0;
    boolean ofTheDead = false;
    boolean ofNobody = false;
    boolean invalid = false;
    for (KTimer timer : hashed) {
      int owner = ownerOf(timer);
      if (owner == NOBODY) {
        ofNobody = true;
      } else if (exited[owner]) {
        ofTheDead = true;
      } else {
        running++;
        invalid |= timer.signal() != run.process(owner).address();
      }
    }
    int liveCount = 0;
    for (boolean isLive : live) {
      liveCount += isLive ? 1 : 0;
    }
    boolean anyExited = false;
    for (boolean isExited : exited) {
      anyExited |= isExited;
    }
    breakIf(ofTheDead || (ofNobody && anyExited), Claim.NO_LEAK_ON_EXIT);
    // What nobody owns any more may be what an exit left, if nothing else can have left it.
    boolean left = invalid || running > liveCount || (ofNobody && (leavesNothing || !anyExited));
    breakIf(left, Claim.NO_DANGLING_TIMER);
    return left || ofTheDead || ofNobody;
  }

  /** The process that a hashed timer says that it belongs to, valid or not. */
  private int ownerOf(KTimer timer) {
    for (int process = 0; process < plan.processes(); process++) {
      if ((timer.signal() & ~KTimer.NOT_VALID) == run.process(process).address()) {
        return process;
      }
    }
    return NOBODY;
  }

  private void checkCorruption(@Nullable Corruption corruption, boolean dangling) {
    if (corruption == Corruption.DOUBLE_FREE || corruption == Corruption.DOUBLE_REMOVE) {
      broken.add(Claim.SINGLE_DELETE);
    } else if (corruption != null && !corruption.isEndless() && !dangling) {
      // A node that a failed create left behind explains the damage; without one, a walk met a
      // timer freed too early.
      broken.add(Claim.NO_STALE_FIND);
    }
  }

  /**
   * When a chain was seen to lead back into itself, looks ids up that it does not hold: a call that
   * never ends is the witness, not the chain.
   */
  private void checkEndless() {
    if (run.syscalls().endless() == 0) {
      return;
    }
    int last = Math.min(plan.maxId(), LAST_PROBED_ID);
    for (int process = 0; process < plan.processes(); process++) {
      for (int id = 0; id <= last && !broken.contains(Claim.CALLS_END); id++) {
        breakIf(run.timerAt(process, id) == ScenarioRun.NOT_ENDED, Claim.CALLS_END);
      }
    }
  }

  private void checkIdRules() {
    for (IdRule rule : scenario.idRules()) {
      if (!rule.policies().contains(run.idPolicy())) {
        continue;
      }
      if (!rule.given().entrySet().stream()
          .allMatch(given -> run.id(plan.index(given.getKey())) == given.getValue())) {
        continue;
      }
      Set<Integer> ids =
          rule.timers().stream()
              .map(timer -> run.id(plan.index(timer)))
              .filter(id -> id != ScenarioRun.NO_ID)
              .collect(Collectors.toSet());
      breakIf(!ids.equals(rule.ids()), rule.claim());
    }
  }

  /** A charge that is kept ends in -EAGAIN before the process has as many timers as it may. */
  private void checkCharges() {
    for (int process = 0; process < plan.processes(); process++) {
      int timers = 0;
      for (int timer = 0; timer < live.length; timer++) {
        timers += live[timer] && plan.owner(timer) == process ? 1 : 0;
      }
      breakIf(
          run.process(process).signalsCharged() > timers && broken.isEmpty(),
          Claim.NO_DANGLING_TIMER);
    }
  }

  private void breakIf(boolean condition, Claim claim) {
    if (condition) {
      broken.add(claim);
    }
  }
}
