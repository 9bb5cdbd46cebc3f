package org.ptstress.model.spec;

import static org.ptstress.model.Claim.EAGAIN_ONLY_WHEN_FULL;
import static org.ptstress.model.Claim.EXACT_RESTORE;
import static org.ptstress.model.Claim.NO_DANGLING_TIMER;
import static org.ptstress.model.Claim.NO_LEAK_ON_EXIT;
import static org.ptstress.model.Claim.NO_LOST_TIMER;
import static org.ptstress.model.Claim.NO_STALE_FIND;
import static org.ptstress.model.Claim.OWNER_ISOLATION;
import static org.ptstress.model.Claim.REJECTS_OUT_OF_RANGE;
import static org.ptstress.model.Claim.RESTORABLE_IDS;
import static org.ptstress.model.Claim.SEQUENTIAL_IDS;
import static org.ptstress.model.Claim.SINGLE_DELETE;
import static org.ptstress.model.Claim.UNIQUE_IDS;
import static org.ptstress.model.Claim.VALID_IDS;
import static org.ptstress.model.Claim.WRAPS_TO_ZERO;

import java.util.List;
import java.util.Set;
import org.ptstress.model.Claim;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.spec.Call.Create;
import org.ptstress.model.spec.Call.CreateAt;
import org.ptstress.model.spec.Call.Delete;
import org.ptstress.model.spec.Call.Exit;
import org.ptstress.model.spec.Call.Gettime;
import org.ptstress.model.spec.Call.GettimeId;
import org.ptstress.model.spec.Call.Restore;
import org.ptstress.model.spec.Call.RestoreMode;
import org.ptstress.model.spec.Scenario.Mode;

/** Small programs for the tests of the oracle, the runs and the audit. */
final class SampleScenarios {
  static final int P = 0;
  static final int Q = 1;

  /** Two creators, one free id. */
  static final Scenario ONE_FREE_ID =
      scenario(
          List.of(UNIQUE_IDS, EAGAIN_ONLY_WHEN_FULL, VALID_IDS),
          1,
          List.of(new Create(P, "x")),
          Actor.of("creator1", new Create(P, "a")),
          Actor.of("creator2", new Create(P, "b")));

  /** Two creators, no free id. */
  static final Scenario NO_FREE_ID =
      scenario(
          List.of(EAGAIN_ONLY_WHEN_FULL, VALID_IDS, NO_DANGLING_TIMER),
          1,
          List.of(new Create(P, "x"), new Create(P, "y")),
          Actor.of("creator1", new Create(P, "a")),
          Actor.of("creator2", new Create(P, "b")));

  /** An id becomes free while somebody looks for one. */
  static final Scenario CREATE_WHILE_DELETING =
      scenario(
          List.of(EAGAIN_ONLY_WHEN_FULL, VALID_IDS, NO_LOST_TIMER),
          1,
          List.of(new Create(P, "x"), new Create(P, "y")),
          Actor.of("deleter", new Delete(P, "x")),
          Actor.of("creator", new Create(P, "a")));

  /** The false -EAGAIN of 3.10: of four ids at most three are ever taken. */
  static final Scenario NEVER_FULL =
      scenario(
          List.of(EAGAIN_ONLY_WHEN_FULL),
          2,
          List.of(new Create(P, "x"), new Create(P, "y"), new Delete(P, "x")),
          Actor.of("creator", new Create(P, "a")),
          Actor.of(
              "churner",
              new Create(P, "b"),
              new Delete(P, "b"),
              new Create(P, "c"),
              new Delete(P, "c"),
              new Create(P, "d"),
              new Delete(P, "d")));

  static final Scenario CREATE_AGAINST_FIND =
      scenario(
          List.of(NO_STALE_FIND),
          3,
          List.of(),
          Actor.of("creator", new Create(P, "a")),
          Actor.of("finder", new GettimeId(P, 0, "a")));

  static final Scenario DELETE_AGAINST_FIND =
      scenario(
          List.of(NO_STALE_FIND, NO_LOST_TIMER),
          3,
          List.of(new Create(P, "y"), new Create(P, "x")),
          Actor.of("deleter", new Delete(P, "x")),
          Actor.of("finder", new Gettime(P, "x"), new Gettime(P, "y")));

  static final Scenario DELETE_AGAINST_DELETE =
      scenario(
          List.of(SINGLE_DELETE, NO_DANGLING_TIMER),
          3,
          List.of(new Create(P, "x")),
          Actor.of("deleter1", new Delete(P, "x")),
          Actor.of("deleter2", new Delete(P, "x")));

  static final Scenario EXIT_AGAINST_CREATE =
      scenario(
          List.of(NO_LEAK_ON_EXIT),
          3,
          List.of(new Create(P, "x")),
          Actor.of("exiter", new Exit(P)),
          Actor.of("creator", new Create(P, "a")));

  /** A create and a delete against the end of their process. */
  static final Scenario EXIT_AGAINST_CREATE_AND_DELETE =
      scenario(
          List.of(NO_LEAK_ON_EXIT),
          3,
          List.of(),
          Actor.of("exiter", new Exit(P)),
          Actor.of("creator", new Create(P, "a"), new Delete(P, "a")));

  static final Scenario EXIT_ALONE =
      scenario(
          List.of(NO_LEAK_ON_EXIT),
          3,
          List.of(new Create(P, "x")),
          Actor.of("exiter", new Exit(P)));

  static final Scenario RESTORE_SAME_ID =
      scenario(
          List.of(EXACT_RESTORE),
          3,
          List.of(new RestoreMode(P, true)),
          Actor.of("restorer1", new CreateAt(P, "a", 5)),
          Actor.of("restorer2", new CreateAt(P, "b", 5)));

  static final Scenario RESTORE_OTHER_ID =
      scenario(
          List.of(EXACT_RESTORE),
          3,
          List.of(new RestoreMode(P, true)),
          Actor.of("restorer1", new CreateAt(P, "a", 5)),
          Actor.of("restorer2", new CreateAt(P, "b", 6)));

  /** An exact id, a busy one, and a plain create behind the first. */
  static final Scenario RESTORE_BUSY_ID =
      scenario(
          List.of(EXACT_RESTORE),
          10,
          List.of(new RestoreMode(P, true), new CreateAt(P, "x", 900)),
          List.of(
              new IdRule(EXACT_RESTORE, Set.of("a"), Set.of(500)),
              // The lowest free id has no counter to look at.
              new IdRule(EXACT_RESTORE, Set.of("c"), Set.of(501), Set.of(IdPolicy.NEXT))),
          Actor.of(
              "restorer",
              new CreateAt(P, "a", 500),
              new CreateAt(P, "b", 900),
              new RestoreMode(P, false),
              new Create(P, "c")));

  /** What one process has used up does not concern the other. */
  static final Scenario FULL_NEIGHBOUR =
      scenario(
          List.of(OWNER_ISOLATION),
          1,
          List.of(new Create(P, "x"), new Create(P, "y")),
          Actor.of("creator", new Create(Q, "a")));

  /** A table of four ids for all processes has one left. */
  static final Scenario LAST_SHARED_ID =
      scenario(
          List.of(EAGAIN_ONLY_WHEN_FULL, OWNER_ISOLATION),
          2,
          List.of(new Create(P, "x"), new Create(P, "y"), new Create(P, "z")),
          Actor.of("creator", new Create(Q, "a")));

  /** The ids of a checkpoint, of which another process holds two. */
  static final Scenario RESTORE_BESIDE_ANOTHER =
      scenario(
          List.of(RESTORABLE_IDS),
          3,
          List.of(new Create(Q, "q"), new Create(Q, "r")),
          Actor.of("restorer", new Restore(P, "a", 1), new Restore(P, "b", 4)));

  static final Scenario WRAP_AS_DESCRIBED =
      new Scenario(
          "WrapAsDescribed",
          "Two creators with the counter at the largest id, one of whom tries again.",
          Set.of(Mode.RACE),
          List.of(Claim.WRAP_AS_DESCRIBED),
          2,
          List.of(),
          3,
          List.of(
              Actor.of("creator1", new Create(P, "a"), new Create(P, "b")),
              Actor.of("creator2", new Create(P, "c"))),
          List.of(new IdRule(Claim.WRAP_AS_DESCRIBED, Set.of("a", "b", "c"), Set.of(3, 0))));

  static final Scenario TWO_PROCESSES =
      new Scenario(
          "TwoProcesses",
          "Two processes create their first timers, then look for the other's.",
          Set.of(Mode.RACE),
          List.of(OWNER_ISOLATION),
          3,
          List.of(new Create(P, "x")),
          0,
          List.of(
              Actor.of("creator1", new Create(P, "a"), new Gettime(P, "a")),
              Actor.of("creator2", new GettimeId(Q, 1, ""), new Create(Q, "b"))),
          List.of(
              new IdRule(OWNER_ISOLATION, Set.of("x", "a"), Set.of(0, 1)),
              new IdRule(OWNER_ISOLATION, Set.of("b"), Set.of(0))));

  /** The counter stands at the largest id. */
  static final Scenario WRAP_AROUND =
      new Scenario(
          "WrapAround",
          "Two creators with the counter at the largest id.",
          Set.of(Mode.RACE),
          List.of(WRAPS_TO_ZERO, VALID_IDS, NO_DANGLING_TIMER, UNIQUE_IDS),
          2,
          List.of(),
          3,
          List.of(
              Actor.of("creator1", new Create(P, "a")), Actor.of("creator2", new Create(P, "b"))),
          List.of(new IdRule(WRAPS_TO_ZERO, Set.of("a", "b"), Set.of(3, 0))));

  static final Scenario ONE_AFTER_THE_OTHER =
      new Scenario(
          "OneAfterTheOther",
          "Creates and a delete of one thread.",
          Set.of(Mode.SCRIPT),
          List.of(SEQUENTIAL_IDS),
          3,
          List.of(),
          0,
          List.of(Actor.of("creator", new Create(P, "a"), new Delete(P, "a"), new Create(P, "b"))),
          List.of(
              new IdRule(SEQUENTIAL_IDS, Set.of("a"), Set.of(0)),
              new IdRule(SEQUENTIAL_IDS, Set.of("b"), Set.of(1))));

  static final Scenario FIND_OUT_OF_RANGE =
      scenario(
          List.of(REJECTS_OUT_OF_RANGE),
          31,
          List.of(new Create(P, "x")),
          Actor.of("finder", new GettimeId(P, Integer.MIN_VALUE, ""), new GettimeId(P, -1, "")));

  static final List<Scenario> ALL =
      List.of(
          ONE_FREE_ID,
          NO_FREE_ID,
          CREATE_WHILE_DELETING,
          NEVER_FULL,
          CREATE_AGAINST_FIND,
          DELETE_AGAINST_FIND,
          DELETE_AGAINST_DELETE,
          EXIT_AGAINST_CREATE,
          EXIT_AGAINST_CREATE_AND_DELETE,
          EXIT_ALONE,
          RESTORE_SAME_ID,
          RESTORE_OTHER_ID,
          RESTORE_BUSY_ID,
          FULL_NEIGHBOUR,
          LAST_SHARED_ID,
          RESTORE_BESIDE_ANOTHER,
          WRAP_AS_DESCRIBED,
          TWO_PROCESSES,
          WRAP_AROUND,
          ONE_AFTER_THE_OTHER,
          FIND_OUT_OF_RANGE);

  private SampleScenarios() {}

  static Scenario scenario(List<Claim> claims, int idBits, List<Call> setup, Actor... actors) {
    return scenario(claims, idBits, setup, List.of(), actors);
  }

  private static Scenario scenario(
      List<Claim> claims, int idBits, List<Call> setup, List<IdRule> rules, Actor... actors) {
    return new Scenario(
        claims.get(0) + " " + List.of(actors).stream().map(Actor::role).toList(),
        "A program of the tests.",
        Set.of(Mode.RACE),
        claims,
        idBits,
        setup,
        0,
        List.of(actors),
        rules);
  }
}
