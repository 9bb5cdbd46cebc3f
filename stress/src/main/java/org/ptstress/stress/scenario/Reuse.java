package org.ptstress.stress.scenario;

import static org.ptstress.model.Claim.CALLS_END;
import static org.ptstress.model.Claim.EAGAIN_ONLY_WHEN_FULL;
import static org.ptstress.model.Claim.EXACT_RESTORE;
import static org.ptstress.model.Claim.NO_DANGLING_TIMER;
import static org.ptstress.model.Claim.NO_LEAK_ON_EXIT;
import static org.ptstress.model.Claim.NO_LOST_TIMER;
import static org.ptstress.model.Claim.NO_STALE_FIND;
import static org.ptstress.model.Claim.OWNER_ISOLATION;
import static org.ptstress.model.Claim.UNIQUE_IDS;

import java.util.List;
import java.util.Set;
import org.ptstress.model.spec.Actor;
import org.ptstress.model.spec.Call.Create;
import org.ptstress.model.spec.Call.CreateAt;
import org.ptstress.model.spec.Call.Delete;
import org.ptstress.model.spec.Call.Exec;
import org.ptstress.model.spec.Call.Exit;
import org.ptstress.model.spec.Call.FailingCreate;
import org.ptstress.model.spec.Call.Fork;
import org.ptstress.model.spec.Call.Gettime;
import org.ptstress.model.spec.Call.GettimeId;
import org.ptstress.model.spec.Call.RestoreMode;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.Scenario.Mode;

/**
 * Scenarios about what is used again: an id, a process after exec, the memory of one that ended.
 */
final class Reuse {
  private static final int P = 0;
  private static final int Q = 1;
  private static final Set<Mode> EXPLORED = Set.of(Mode.EXPLORATION);
  private static final Set<Mode> SCRIPT = Set.of(Mode.SCRIPT);

  /** The lowest free id and the next one of the counter are the id that is restored. */
  private static final Scenario RESTORE_AGAINST_NEXT =
      new Scenario(
          "RestoreAgainstNext",
          "A thread restores a timer at the id that a plain create of another thread takes next.",
          EXPLORED,
          List.of(EXACT_RESTORE, UNIQUE_IDS, NO_LOST_TIMER),
          3,
          List.of(new RestoreMode(P, true)),
          0,
          List.of(
              Actor.of("restorer", new CreateAt(P, "a", 0)),
              Actor.of("creator", new RestoreMode(P, false), new Create(P, "b"))),
          List.of());

  private static final Scenario RESTORE_AGAINST_DELETE =
      new Scenario(
          "RestoreAgainstDelete",
          "A timer is restored at the id of one that is being deleted; the delete must leave it.",
          EXPLORED,
          List.of(EXACT_RESTORE, UNIQUE_IDS, NO_LOST_TIMER, CALLS_END),
          3,
          List.of(new RestoreMode(P, true), new CreateAt(P, "x", 5)),
          0,
          List.of(
              Actor.of("deleter", new Delete(P, "x")),
              Actor.of("restorer", new CreateAt(P, "a", 5))),
          List.of());

  /** Finds of a process go on until its last thread is gone. */
  private static final Scenario EXIT_AGAINST_FIND =
      new Scenario(
          "ExitAgainstFind",
          "A finder looks for a timer while its process ends and another one creates its first.",
          EXPLORED,
          List.of(OWNER_ISOLATION, NO_STALE_FIND, NO_LEAK_ON_EXIT, CALLS_END),
          3,
          List.of(new Create(P, "x")),
          0,
          List.of(
              Actor.of("exiter", new Exit(P), new Create(Q, "b")),
              Actor.of("finder", new Gettime(P, "x"))),
          List.of());

  private static final Scenario FAILURE_AGAINST_CREATE =
      new Scenario(
          "FailureAgainstCreate",
          "A create fails after it took its id, while another thread creates a timer.",
          EXPLORED,
          List.of(NO_DANGLING_TIMER, NO_LOST_TIMER),
          3,
          List.of(new Create(P, "x")),
          0,
          List.of(
              Actor.of("failer", new FailingCreate(P, "a"), new Gettime(P, "x")),
              Actor.of("creator", new Create(P, "b"))),
          List.of());

  /** The create behind it takes the memory to another chain, by jhash and by the lowest bit. */
  private static final Scenario FAILURE_AGAINST_FIND =
      new Scenario(
          "FailureAgainstFind",
          "A finder looks for an older timer of the chain in which a create fails after it took its"
              + " id, and whose memory the next create gets.",
          EXPLORED,
          List.of(NO_LOST_TIMER, NO_STALE_FIND, CALLS_END),
          3,
          List.of(new Create(P, "x")),
          3,
          List.of(
              Actor.of("failer", new FailingCreate(P, "a"), new Create(P, "b")),
              Actor.of("finder", new Gettime(P, "x"))),
          List.of());

  /** In restore mode a failing create is one at id 0. */
  private static final Scenario CALLS_AFTER_FAILED_RESTORES =
      new Scenario(
          "CallsAfterFailedRestores",
          "Restores at taken ids and one with a bad event, with calls behind that need those ids.",
          SCRIPT,
          List.of(EXACT_RESTORE, EAGAIN_ONLY_WHEN_FULL, NO_DANGLING_TIMER),
          1,
          List.of(new RestoreMode(P, true), new CreateAt(P, "x", 0)),
          0,
          List.of(
              Actor.of(
                  "restorer",
                  new CreateAt(P, "a", 0),
                  new CreateAt(P, "b", 0),
                  new CreateAt(P, "c", 1),
                  new Delete(P, "x"),
                  new FailingCreate(P, "d"),
                  new CreateAt(P, "e", 0),
                  new RestoreMode(P, false),
                  new Delete(P, "c"),
                  new Create(P, "f"),
                  new Gettime(P, "f"))),
          List.of());

  private static final Scenario CALLS_AFTER_EXEC =
      new Scenario(
          "CallsAfterExec",
          "A process of two timers makes an exec, and goes on with creates, a find and its end.",
          SCRIPT,
          List.of(NO_LEAK_ON_EXIT, NO_LOST_TIMER, EAGAIN_ONLY_WHEN_FULL, CALLS_END),
          1,
          List.of(new Create(P, "x"), new Create(P, "y")),
          0,
          List.of(
              Actor.of(
                  "caller",
                  new Exec(P),
                  new Create(P, "a"),
                  new Create(P, "b"),
                  new Gettime(P, "a"),
                  new Delete(P, "a"),
                  new Exec(P),
                  new Create(P, "c"),
                  new Gettime(P, "c"),
                  new Exit(P))),
          List.of());

  private static final Scenario CALLS_AT_THE_SAME_ADDRESS =
      new Scenario(
          "CallsAtTheSameAddress",
          "A process of two timers ends, and a new one at its address creates, finds and deletes.",
          SCRIPT,
          List.of(EAGAIN_ONLY_WHEN_FULL, NO_LOST_TIMER, NO_STALE_FIND, NO_LEAK_ON_EXIT, CALLS_END),
          1,
          List.of(new Create(P, "x"), new Create(P, "y")),
          0,
          List.of(
              Actor.of(
                  "caller",
                  new Exit(P),
                  new Fork(P),
                  new GettimeId(P, 0, ""),
                  new GettimeId(P, 1, ""),
                  new Create(P, "a"),
                  new Create(P, "b"),
                  new Gettime(P, "a"),
                  new Gettime(P, "b"),
                  new Delete(P, "a"),
                  new Exit(P),
                  new Fork(P),
                  new Create(P, "c"),
                  new Gettime(P, "c"))),
          List.of());

  /** Those for several threads, then the scripts. */
  static final List<Scenario> ALL =
      List.of(
          RESTORE_AGAINST_NEXT,
          RESTORE_AGAINST_DELETE,
          EXIT_AGAINST_FIND,
          FAILURE_AGAINST_CREATE,
          FAILURE_AGAINST_FIND,
          CALLS_AFTER_FAILED_RESTORES,
          CALLS_AFTER_EXEC,
          CALLS_AT_THE_SAME_ADDRESS);

  private Reuse() {}
}
