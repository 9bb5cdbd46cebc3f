package org.ptstress.stress.scenario;

import static org.ptstress.model.Claim.CALLS_END;
import static org.ptstress.model.Claim.NO_DANGLING_TIMER;
import static org.ptstress.model.Claim.NO_LEAK_ON_EXIT;
import static org.ptstress.model.Claim.NO_LOST_TIMER;
import static org.ptstress.model.Claim.NO_STALE_FIND;
import static org.ptstress.model.Claim.UNIQUE_IDS;
import static org.ptstress.model.spec.Scenario.Mode.INTERLEAVING;
import static org.ptstress.model.spec.Scenario.Mode.RACE;

import java.util.List;
import java.util.Set;
import org.ptstress.model.spec.Actor;
import org.ptstress.model.spec.Call.Create;
import org.ptstress.model.spec.Call.Delete;
import org.ptstress.model.spec.Call.Exit;
import org.ptstress.model.spec.Call.Gettime;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.Scenario.Mode;

/**
 * Scenarios with three or more calls for each actor, by which the internal state of a table, such
 * as free slots, tags and grace periods, has a history.
 *
 * <p>Where a process creates timers while its finder looks up deleted ones, two lower ids are free,
 * so that the lowest free id is none of those that the finder knows.
 */
public final class Histories {
  private static final int P = 0;
  private static final int Q = 1;
  private static final Set<Mode> RACED = Set.of(RACE, INTERLEAVING);

  /**
   * A finder meets timers whose memory the same process reuses, and one that stays. The latter is
   * the oldest, so that others precede it in a chain. Of two chains by jhash, one has the old ids
   * and the last new one, the other the first new ones.
   */
  public static final Scenario RECYCLE_AGAINST_FIND =
      new Scenario(
          "RecycleAgainstFind",
          "A finder looks up two timers that are deleted, and whose memory the"
              + " process reuses for others, and one that stays.",
          RACED,
          List.of(NO_STALE_FIND, NO_LOST_TIMER),
          4,
          List.of(
              new Create(P, "u"),
              new Create(P, "v"),
              new Create(P, "w"),
              new Create(P, "z"),
              new Create(P, "x"),
              new Create(P, "y"),
              new Delete(P, "u"),
              new Delete(P, "v"),
              new Delete(P, "w")),
          7,
          List.of(
              Actor.of(
                  "churner",
                  new Delete(P, "x"),
                  new Create(P, "a"),
                  new Delete(P, "y"),
                  new Create(P, "b"),
                  new Create(P, "c")),
              Actor.of("finder", new Gettime(P, "x"), new Gettime(P, "y"), new Gettime(P, "z"))),
          List.of());

  /** Two creators reuse the memory of earlier timers, and one of them deletes some. */
  public static final Scenario RECYCLE_AGAINST_CREATE =
      new Scenario(
          "RecycleAgainstCreate",
          "Two creators reuse the ids and memory of five deleted timers, and one"
              + " of them deletes some again.",
          RACED,
          List.of(NO_LOST_TIMER, UNIQUE_IDS, NO_DANGLING_TIMER),
          4,
          List.of(
              new Create(P, "v"),
              new Create(P, "w"),
              new Create(P, "x"),
              new Create(P, "y"),
              new Create(P, "z"),
              new Delete(P, "z"),
              new Delete(P, "y"),
              new Delete(P, "x"),
              new Delete(P, "w"),
              new Delete(P, "v")),
          0,
          List.of(
              Actor.of(
                  "creator",
                  new Create(P, "a"),
                  new Create(P, "b"),
                  new Create(P, "c"),
                  new Create(P, "d"),
                  new Create(P, "e")),
              Actor.of("recycler", new Create(P, "f"), new Create(P, "g"), new Delete(P, "f"))),
          List.of());

  /** A process ends while the table grows for another one. */
  public static final Scenario EXIT_AGAINST_GROWTH =
      new Scenario(
          "ExitAgainstGrowth",
          "A process with two timers exits while another one creates two, for"
              + " which a small table has to grow, and looks up its first.",
          RACED,
          List.of(NO_LEAK_ON_EXIT, NO_LOST_TIMER, CALLS_END),
          3,
          List.of(new Create(Q, "q"), new Create(P, "x"), new Create(Q, "r")),
          0,
          List.of(
              Actor.of("exiter", new Exit(Q)),
              Actor.of("creator", new Create(P, "a"), new Create(P, "b"), new Gettime(P, "x"))),
          List.of());

  private Histories() {}
}
