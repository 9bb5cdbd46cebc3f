package org.ptstress.stress.scenario;

import static org.ptstress.model.Claim.CALLS_END;
import static org.ptstress.model.Claim.CREATE_INDEPENDENT;
import static org.ptstress.model.Claim.EXACT_RESTORE;
import static org.ptstress.model.Claim.FIND_WITHOUT_LOCK;
import static org.ptstress.model.Claim.NO_LOST_TIMER;
import static org.ptstress.model.Claim.NO_STALE_FIND;
import static org.ptstress.model.Claim.UNIQUE_IDS;
import static org.ptstress.model.spec.Scenario.Mode.EXPLORATION;
import static org.ptstress.model.spec.Scenario.Mode.PROGRESS;

import java.util.List;
import java.util.Set;
import org.ptstress.model.spec.Actor;
import org.ptstress.model.spec.Call.Create;
import org.ptstress.model.spec.Call.CreateAt;
import org.ptstress.model.spec.Call.Delete;
import org.ptstress.model.spec.Call.Gettime;
import org.ptstress.model.spec.Call.GettimeId;
import org.ptstress.model.spec.Call.RestoreMode;
import org.ptstress.model.spec.Scenario;

/** Scenarios of a restore beside calls that do not concern its id. */
final class Restores {
  private static final int P = 0;
  private static final int Q = 1;

  /** Only the other process ever has the restored id. */
  private static final Scenario RESTORE_AGAINST_OTHERS =
      new Scenario(
          "RestoreAgainstOthers",
          "A timer is restored while another process restores the same id, and its own process"
              + " restores, deletes and creates timers at other ids.",
          Set.of(EXPLORATION),
          List.of(EXACT_RESTORE, UNIQUE_IDS, NO_LOST_TIMER, CALLS_END),
          3,
          List.of(new RestoreMode(P, true), new RestoreMode(Q, true), new CreateAt(P, "x", 7)),
          0,
          List.of(
              Actor.of("restorer", new CreateAt(P, "a", 5)),
              Actor.of(
                  "changer",
                  new CreateAt(Q, "q", 5),
                  new CreateAt(P, "b", 6),
                  new Delete(P, "x"),
                  new RestoreMode(P, false),
                  new Create(P, "c"))),
          List.of());

  private static final Scenario RESTORE_AGAINST_GROWTH =
      new Scenario(
          "RestoreAgainstGrowth",
          "A timer is restored while another thread creates timers three to five, for which a"
              + " small table has to grow.",
          Set.of(EXPLORATION),
          List.of(NO_LOST_TIMER, EXACT_RESTORE, UNIQUE_IDS),
          3,
          List.of(new Create(P, "x"), new Create(P, "y"), new RestoreMode(P, true)),
          0,
          List.of(
              Actor.of("restorer", new CreateAt(P, "a", 6)),
              Actor.of(
                  "creator",
                  new RestoreMode(P, false),
                  new Create(P, "b"),
                  new Create(P, "c"),
                  new Create(P, "d"))),
          List.of());

  /** Both ids share a chain by jhash and by the lowest bit. */
  private static final Scenario RESTORE_AGAINST_FIND =
      new Scenario(
          "RestoreAgainstFind",
          "A finder looks for a timer while it is restored, and for an older one of its chain.",
          Set.of(EXPLORATION),
          List.of(NO_LOST_TIMER, NO_STALE_FIND, CALLS_END),
          3,
          List.of(new Create(P, "x"), new RestoreMode(P, true)),
          0,
          List.of(
              Actor.of("restorer", new CreateAt(P, "a", 2)),
              Actor.of("finder", new GettimeId(P, 2, "a"), new Gettime(P, "x"))),
          List.of());

  private static final Scenario FIND_DURING_RESTORE =
      new Scenario(
          "FindDuringRestore",
          "A finder must complete while a restore, for which a small table has to grow or make"
              + " room, is stalled at any step.",
          Set.of(PROGRESS),
          List.of(FIND_WITHOUT_LOCK),
          3,
          List.of(new Create(P, "x"), new RestoreMode(P, true)),
          0,
          List.of(
              Actor.of("restorer", new CreateAt(P, "a", 2), new CreateAt(P, "b", 4)),
              Scenarios.finderOfEveryId()),
          List.of());

  private static final Scenario CREATE_DURING_RESTORE =
      new Scenario(
          "CreateDuringRestore",
          "A process must complete a restore and a create while a restore of another is stalled"
              + " at any step.",
          Set.of(PROGRESS),
          List.of(CREATE_INDEPENDENT),
          3,
          List.of(new RestoreMode(P, true), new RestoreMode(Q, true)),
          0,
          List.of(
              Actor.of("stalled", new CreateAt(P, "a", 0)),
              Actor.of(
                  "restorer",
                  new CreateAt(Q, "b", 0),
                  new RestoreMode(Q, false),
                  new Create(Q, "c"))),
          List.of());

  static final List<Scenario> ALL =
      List.of(
          RESTORE_AGAINST_OTHERS,
          RESTORE_AGAINST_GROWTH,
          RESTORE_AGAINST_FIND,
          FIND_DURING_RESTORE,
          CREATE_DURING_RESTORE);

  private Restores() {}
}
