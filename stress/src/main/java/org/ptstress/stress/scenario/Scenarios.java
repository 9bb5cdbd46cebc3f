package org.ptstress.stress.scenario;

import static org.ptstress.model.Claim.CALLS_END;
import static org.ptstress.model.Claim.CREATE_INDEPENDENT;
import static org.ptstress.model.Claim.EAGAIN_ONLY_WHEN_FULL;
import static org.ptstress.model.Claim.EXACT_RESTORE;
import static org.ptstress.model.Claim.FIND_WITHOUT_LOCK;
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
import static org.ptstress.model.spec.Scenario.Mode.INTERLEAVING;
import static org.ptstress.model.spec.Scenario.Mode.PROGRESS;
import static org.ptstress.model.spec.Scenario.Mode.RACE;
import static org.ptstress.model.spec.Scenario.Mode.SCRIPT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Expectation;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.fault.Fault;
import org.ptstress.model.spec.Actor;
import org.ptstress.model.spec.Call;
import org.ptstress.model.spec.Call.Create;
import org.ptstress.model.spec.Call.CreateAt;
import org.ptstress.model.spec.Call.Delete;
import org.ptstress.model.spec.Call.Exit;
import org.ptstress.model.spec.Call.FailingCreate;
import org.ptstress.model.spec.Call.Gettime;
import org.ptstress.model.spec.Call.GettimeId;
import org.ptstress.model.spec.Call.Lookup;
import org.ptstress.model.spec.Call.MoveCounter;
import org.ptstress.model.spec.Call.Restore;
import org.ptstress.model.spec.Call.RestoreMode;
import org.ptstress.model.spec.IdRule;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.Scenario.Mode;

/**
 * The scenarios. Each is written once: jcstress races it, Lincheck searches it, the oracle
 * enumerates its legal outcomes.
 *
 * <p>Processes 0 and 1 are two processes whose equal ids share a chain; at full width their
 * addresses differ in the high half only. A scenario applies to a design unless its first claim
 * does not.
 */
public final class Scenarios {
  private static final int P = 0;
  private static final int Q = 1;
  private static final int MAX = Integer.MAX_VALUE;

  /** The largest number of timers of a process before which a design may choose. */
  public static final int MOST_TIMERS = 260;

  private static final Set<Mode> RACED = Set.of(RACE, INTERLEAVING);

  /** Where any id may be the first, it tells nothing about other processes. */
  private static final Set<IdPolicy> FIRST_IS_ZERO =
      EnumSet.complementOf(EnumSet.of(IdPolicy.ANY_FREE));

  /** Two creators share the last id of the id space and the first one after the wrap. */
  public static final Scenario WRAP_AROUND =
      new Scenario(
          "WrapAround",
          "Two creators start with the counter at the largest id and all other ids free.",
          RACED,
          List.of(WRAPS_TO_ZERO, VALID_IDS, NO_DANGLING_TIMER, UNIQUE_IDS),
          2,
          List.of(),
          3,
          List.of(
              Actor.of("creator1", new Create(P, "a")), Actor.of("creator2", new Create(P, "b"))),
          List.of(new IdRule(WRAPS_TO_ZERO, Set.of("a", "b"), Set.of(3, 0))));

  /** The behaviour that the RFC's changelog describes for the same situation. */
  public static final Scenario WRAP_AS_DESCRIBED =
      new Scenario(
          "WrapAsDescribed",
          "Two creators start with the counter at the largest id; one create must"
              + " fail with -EAGAIN, and the next get 0.",
          RACED,
          List.of(Claim.WRAP_AS_DESCRIBED, VALID_IDS),
          2,
          List.of(),
          3,
          List.of(
              Actor.of("creator1", new Create(P, "a"), new Create(P, "b")),
              Actor.of("creator2", new Create(P, "c"))),
          List.of(new IdRule(Claim.WRAP_AS_DESCRIBED, Set.of("a", "b", "c"), Set.of(3, 0))));

  /** Two creators and one free id. */
  public static final Scenario ONE_FREE_ID =
      new Scenario(
          "OneFreeId",
          "Two creators race for the only free id.",
          RACED,
          List.of(UNIQUE_IDS, EAGAIN_ONLY_WHEN_FULL, VALID_IDS, CALLS_END),
          1,
          List.of(new Create(P, "x")),
          0,
          List.of(
              Actor.of("creator1", new Create(P, "a")), Actor.of("creator2", new Create(P, "b"))),
          List.of());

  /** Two creators and no free id. */
  public static final Scenario EXHAUSTED_TABLE =
      new Scenario(
          "ExhaustedTable",
          "Two creators search a full table.",
          RACED,
          List.of(EAGAIN_ONLY_WHEN_FULL, VALID_IDS, NO_DANGLING_TIMER, CALLS_END),
          1,
          List.of(new Create(P, "x"), new Create(P, "y")),
          0,
          List.of(
              Actor.of("creator1", new Create(P, "a")), Actor.of("creator2", new Create(P, "b"))),
          List.of());

  /** A finder guesses the id of a timer that is being created. */
  public static final Scenario CREATE_AGAINST_FIND =
      new Scenario(
          "CreateAgainstFind",
          "A finder looks up a timer while it is created, and must not see it half built.",
          RACED,
          List.of(NO_STALE_FIND),
          3,
          List.of(),
          0,
          List.of(
              Actor.of("creator", new Create(P, "a")),
              Actor.of("finder", new GettimeId(P, 0, "a"))),
          List.of());

  /** A finder meets a timer that is deleted, and whose memory another process gets. */
  public static final Scenario DELETE_AGAINST_FIND =
      new Scenario(
          "DeleteAgainstFind",
          "A finder looks up a timer while it is deleted and its memory reused by"
              + " another process.",
          RACED,
          List.of(NO_STALE_FIND),
          3,
          List.of(new Create(P, "x")),
          0,
          List.of(
              Actor.of("deleter", new Delete(P, "x"), new Create(Q, "b")),
              Actor.of("finder", new Gettime(P, "x"))),
          List.of());

  /** Two deletes of one timer. */
  public static final Scenario DELETE_AGAINST_DELETE =
      new Scenario(
          "DeleteAgainstDelete",
          "Two threads delete one timer; one of them must fail.",
          RACED,
          List.of(SINGLE_DELETE, CALLS_END),
          3,
          List.of(new Create(P, "x")),
          0,
          List.of(
              Actor.of("deleter1", new Delete(P, "x")), Actor.of("deleter2", new Delete(P, "x"))),
          List.of());

  /** A timer's neighbours come and go while a finder looks for it. */
  public static final Scenario CHURN_AGAINST_FIND =
      new Scenario(
          "ChurnAgainstFind",
          "A finder looks up a timer that is deleted and one that stays, while"
              + " another process adds one.",
          RACED,
          List.of(NO_LOST_TIMER, NO_STALE_FIND),
          3,
          List.of(new Create(P, "y"), new Create(P, "x")),
          0,
          List.of(
              Actor.of("churner", new Create(Q, "a"), new Delete(P, "x")),
              Actor.of("finder", new Gettime(P, "x"), new Gettime(P, "y"))),
          List.of());

  /**
   * {@link #CHURN_AGAINST_FIND} with the two roles of its writer in two threads; needs three CPUs.
   */
  public static final Scenario CREATE_DELETE_FIND =
      new Scenario(
          "CreateDeleteFind",
          "A creator of another process, a deleter, and a finder that looks up"
              + " the deleted timer and one that stays.",
          RACED,
          List.of(NO_LOST_TIMER, NO_STALE_FIND),
          3,
          List.of(new Create(P, "y"), new Create(P, "x")),
          0,
          List.of(
              Actor.of("creator", new Create(Q, "a")),
              Actor.of("deleter", new Delete(P, "x")),
              Actor.of("finder", new Gettime(P, "x"), new Gettime(P, "y"))),
          List.of());

  /** Two processes create their first timer each. */
  public static final Scenario TWO_PROCESSES =
      new Scenario(
          "TwoProcesses",
          "Two processes create their first timers; each must get the id that it would get alone.",
          RACED,
          List.of(OWNER_ISOLATION),
          3,
          List.of(),
          0,
          List.of(
              Actor.of("creator1", new Create(P, "a")), Actor.of("creator2", new Create(Q, "b"))),
          List.of(
              new IdRule(OWNER_ISOLATION, Set.of("a"), Set.of(0), FIRST_IS_ZERO),
              new IdRule(OWNER_ISOLATION, Set.of("b"), Set.of(0), FIRST_IS_ZERO)));

  /** Two processes create a timer, and a third timer has one of two ids. */
  public static final Scenario ONE_ID_TAKEN_BY_ANOTHER =
      new Scenario(
          "OneIdTakenByAnother",
          "Two processes create a timer each with ids of one bit; one of them"
              + " already holds one id.",
          RACED,
          List.of(EAGAIN_ONLY_WHEN_FULL, OWNER_ISOLATION),
          1,
          List.of(new Create(Q, "q")),
          0,
          List.of(
              Actor.of("creator1", new Create(P, "a")), Actor.of("creator2", new Create(Q, "b"))),
          List.of());

  /** A process is restored while another one creates and deletes timers. */
  public static final Scenario RESTORE_AGAINST_CREATE =
      new Scenario(
          "RestoreAgainstCreate",
          "A process restores the ids of its checkpoint, while another process"
              + " holds one of them and creates more.",
          RACED,
          List.of(RESTORABLE_IDS),
          3,
          List.of(new Create(Q, "q")),
          0,
          List.of(
              Actor.of("restorer", new Restore(P, "a", 0), new Restore(P, "b", 2)),
              Actor.of("creator", new Create(Q, "r"), new Delete(Q, "q"))),
          List.of());

  /** A process ends while one of its threads creates a timer. */
  public static final Scenario EXIT_AGAINST_CREATE =
      new Scenario(
          "ExitAgainstCreate",
          "A process ends while one of its threads creates a timer.",
          RACED,
          List.of(NO_LEAK_ON_EXIT, CALLS_END),
          3,
          List.of(new Create(P, "x")),
          0,
          List.of(Actor.of("exiter", new Exit(P)), Actor.of("creator", new Create(P, "a"))),
          List.of());

  /** Two restorers want the same exact id. */
  public static final Scenario RESTORE_AGAINST_RESTORE =
      new Scenario(
          "RestoreAgainstRestore",
          "Two threads restore a timer at the same id; one of them must fail with -EBUSY.",
          RACED,
          List.of(EXACT_RESTORE),
          3,
          List.of(new RestoreMode(P, true)),
          0,
          List.of(
              Actor.of("restorer1", new CreateAt(P, "a", 5)),
              Actor.of("restorer2", new CreateAt(P, "b", 5))),
          List.of());

  /** A creator of one process and a deleter of another work on one chain. */
  public static final Scenario CREATE_AGAINST_DELETE =
      new Scenario(
          "CreateAgainstDelete",
          "A creator adds a timer to the chain from which a deleter of another"
              + " process removes one.",
          RACED,
          List.of(NO_LOST_TIMER, SINGLE_DELETE, NO_DANGLING_TIMER, CALLS_END),
          3,
          List.of(new Create(Q, "q"), new Create(P, "y"), new Create(P, "x")),
          0,
          List.of(Actor.of("creator", new Create(Q, "b")), Actor.of("deleter", new Delete(P, "x"))),
          List.of());

  private static final Scenario WRAP_DURING_CREATE =
      new Scenario(
          "WrapDuringCreate",
          "A creator stops between insertion and publication while another one"
              + " exhausts the ids.",
          Set.of(INTERLEAVING),
          List.of(UNIQUE_IDS, VALID_IDS),
          1,
          List.of(),
          0,
          List.of(
              Actor.of("creator1", new Create(P, "a")),
              Actor.of("creator2", new Create(P, "b"), new Create(P, "c"), new Create(P, "d"))),
          List.of());

  private static final Scenario STALE_SEARCH_START =
      new Scenario(
          "StaleSearchStart",
          "A creator reads the start of its search; another one advances the"
              + " counter almost all the way around.",
          Set.of(INTERLEAVING),
          List.of(EAGAIN_ONLY_WHEN_FULL),
          2,
          List.of(new Create(P, "x"), new Create(P, "y"), new Delete(P, "x")),
          0,
          List.of(
              Actor.of("creator", new Create(P, "a")),
              Actor.of(
                  "churner",
                  new Create(P, "b"),
                  new Delete(P, "b"),
                  new Create(P, "c"),
                  new Delete(P, "c"),
                  new Create(P, "d"),
                  new Delete(P, "d"))),
          List.of());

  private static final Scenario STEPPED_AROUND_SEARCH =
      new Scenario(
          "SteppedAroundSearch",
          "A creator finds the first ids taken; another one advances the counter"
              + " past the free ones.",
          Set.of(INTERLEAVING),
          List.of(EAGAIN_ONLY_WHEN_FULL),
          2,
          List.of(new Create(P, "x"), new Create(P, "y")),
          2,
          List.of(
              Actor.of("creator", new Create(P, "a")),
              Actor.of(
                  "churner",
                  new Create(P, "b"),
                  new Delete(P, "b"),
                  new Create(P, "c"),
                  new Delete(P, "c"))),
          List.of());

  private static final Scenario GROWTH_AGAINST_FIND =
      new Scenario(
          "GrowthAgainstFind",
          "A finder looks up two timers while the create of a third makes a table of two grow.",
          Set.of(INTERLEAVING),
          List.of(NO_LOST_TIMER, NO_STALE_FIND),
          3,
          List.of(new Create(P, "x"), new Create(P, "y")),
          0,
          List.of(
              Actor.of("creator", new Create(P, "a")),
              Actor.of("finder", new Gettime(P, "x"), new Gettime(P, "y"))),
          List.of());

  /** Sixteen timers fill what a map of the JDK or JCTools begins with. */
  private static final Scenario COPY_AGAINST_FIND =
      new Scenario(
          "CopyAgainstFind",
          "A finder looks for one of sixteen timers while a seventeenth has a map copied.",
          Set.of(INTERLEAVING),
          List.of(NO_LOST_TIMER, NO_STALE_FIND),
          5,
          IntStream.range(0, 16).<Call>mapToObj(id -> new Create(P, "x" + id)).toList(),
          0,
          List.of(
              Actor.of("finder", new Gettime(P, "x0")), Actor.of("creator", new Create(P, "a"))),
          List.of());

  private static final Scenario LAP_AGAINST_FIND =
      new Scenario(
          "LapAgainstFind",
          "A finder looks up a timer while the counter wraps around a table of"
              + " eight to its slot.",
          Set.of(INTERLEAVING),
          List.of(NO_LOST_TIMER, NO_STALE_FIND),
          4,
          List.of(new Create(P, "x"), new Create(P, "y"), new Create(P, "z")),
          5,
          List.of(
              Actor.of("creator", new Create(P, "a")),
              Actor.of("finder", new Gettime(P, "x"), new Gettime(P, "x"))),
          List.of());

  private static final Scenario GROWTH_AGAINST_CHANGE =
      new Scenario(
          "GrowthAgainstChange",
          "A creator and a deleter run beside a creator that makes a table of two grow.",
          Set.of(INTERLEAVING),
          List.of(NO_LOST_TIMER, NO_DANGLING_TIMER, UNIQUE_IDS),
          3,
          List.of(new Create(P, "x"), new Create(P, "y")),
          0,
          List.of(
              Actor.of("creator", new Create(P, "a")),
              Actor.of("changer", new Delete(P, "x"), new Create(P, "b"))),
          List.of());

  /** A timer whose owner is visible while its id is still 0. */
  private static final Scenario OWNER_BEFORE_ID =
      new Scenario(
          "OwnerBeforeId",
          "A timer with id 0 is deleted while others are created, some of them in its chain.",
          Set.of(INTERLEAVING),
          List.of(NO_LOST_TIMER, NO_STALE_FIND),
          3,
          List.of(new Create(P, "x")),
          0,
          List.of(
              Actor.of("creator", new Create(P, "a"), new Create(P, "b"), new Create(P, "c")),
              Actor.of("deleter", new Delete(P, "x"))),
          List.of());

  /** The variant with a search that reaches id 0. */
  private static final Scenario OWNER_BEFORE_ID_AT_WRAP =
      new Scenario(
          "OwnerBeforeIdAtWrap",
          "A create after the largest id, which is free, beside creates of the last three ids.",
          Set.of(INTERLEAVING),
          List.of(WRAPS_TO_ZERO, UNIQUE_IDS),
          3,
          List.of(),
          5,
          List.of(
              Actor.of("creator", new Create(P, "a"), new Create(P, "b"), new Create(P, "c")),
              Actor.of("wrapper", new Create(P, "d"))),
          List.of(new IdRule(WRAPS_TO_ZERO, Set.of("a", "b", "c", "d"), Set.of(5, 6, 7, 0))));

  private static final Scenario NEIGHBOURS_DELETED =
      new Scenario(
          "NeighboursDeleted",
          "Two threads delete two timers that were created one after the other; a"
              + " timer created before both must still be found.",
          Set.of(INTERLEAVING),
          List.of(NO_LOST_TIMER, NO_DANGLING_TIMER, CALLS_END),
          3,
          List.of(new Create(P, "w"), new Create(P, "x"), new Create(P, "y"), new Create(P, "z")),
          0,
          List.of(
              Actor.of("deleter1", new Delete(P, "y"), new Gettime(P, "w")),
              Actor.of("deleter2", new Delete(P, "x"), new Gettime(P, "w"))),
          List.of());

  private static final Scenario FIND_DURING_CREATE =
      new Scenario(
          "FindDuringCreate",
          "A finder must complete while a creator, for which a small table has to"
              + " grow or make room, is stalled at any step.",
          Set.of(PROGRESS),
          List.of(FIND_WITHOUT_LOCK),
          3,
          List.of(new Create(P, "x")),
          3,
          List.of(Actor.of("creator", new Create(P, "a"), new Create(P, "b")), finderOfEveryId()),
          List.of());

  private static final Scenario FIND_DURING_DELETE =
      new Scenario(
          "FindDuringDelete",
          "A finder must complete while a deleter of its process, or the exit of"
              + " another process, is stalled at any step.",
          Set.of(PROGRESS),
          List.of(FIND_WITHOUT_LOCK),
          3,
          List.of(new Create(Q, "q"), new Create(P, "y"), new Create(P, "x")),
          0,
          List.of(Actor.of("deleter", new Delete(P, "x"), new Exit(Q)), finderOfEveryId()),
          List.of());

  private static final Scenario CREATE_DURING_CREATE =
      new Scenario(
          "CreateDuringCreate",
          "A creator of one process must complete while a creator of another is"
              + " stalled at any step.",
          Set.of(PROGRESS),
          List.of(CREATE_INDEPENDENT),
          3,
          List.of(),
          0,
          List.of(Actor.of("stalled", new Create(P, "a")), Actor.of("creator", new Create(Q, "b"))),
          List.of());

  private static final Scenario CREATE_DURING_DELETE =
      new Scenario(
          "CreateDuringDelete",
          "A creator of one process must complete while a deleter of another, or"
              + " its exit, is stalled at any step.",
          Set.of(PROGRESS),
          List.of(CREATE_INDEPENDENT),
          3,
          List.of(new Create(P, "x"), new Create(P, "y")),
          0,
          List.of(
              Actor.of("stalled", new Delete(P, "x"), new Exit(P)),
              Actor.of("creator", new Create(Q, "b"), new Create(Q, "c"))),
          List.of());

  private static final Scenario LAST_FREE_ID =
      new Scenario(
          "LastFreeId",
          "A create that finds every id taken but the last one it tries.",
          Set.of(SCRIPT),
          List.of(EAGAIN_ONLY_WHEN_FULL, CALLS_END),
          2,
          List.of(
              new Create(P, "w"),
              new Create(P, "x"),
              new Create(P, "y"),
              new Create(P, "z"),
              new Delete(P, "z")),
          0,
          List.of(Actor.of("creator", new Create(P, "a"))),
          List.of());

  private static final Scenario FULL_TABLE =
      new Scenario(
          "FullTable",
          "A create that finds every id taken, starting at the first one.",
          Set.of(SCRIPT),
          List.of(EAGAIN_ONLY_WHEN_FULL, CALLS_END),
          2,
          List.of(
              new Create(P, "w"),
              new Create(P, "x"),
              new Create(P, "y"),
              new Create(P, "z"),
              new MoveCounter(P, 0)),
          0,
          List.of(Actor.of("creator", new Create(P, "a"))),
          List.of());

  private static final Scenario FAILED_CREATE =
      new Scenario(
          "FailedCreate",
          "A create that fails after it took its id, and one that succeeds.",
          Set.of(SCRIPT),
          List.of(NO_DANGLING_TIMER, EAGAIN_ONLY_WHEN_FULL, CALLS_END),
          3,
          List.of(),
          0,
          List.of(Actor.of("creator", new FailingCreate(P, "a"), new Create(P, "b"))),
          List.of());

  private static final Scenario CALLS_AFTER_FAILURES =
      new Scenario(
          "CallsAfterFailures",
          "Creates in a full table and a create with a bad event, each followed"
              + " by calls that must return.",
          Set.of(SCRIPT),
          List.of(CALLS_END, EAGAIN_ONLY_WHEN_FULL),
          1,
          List.of(new Create(P, "x"), new Create(P, "y")),
          0,
          List.of(
              Actor.of(
                  "caller",
                  new Create(P, "a"),
                  new Create(P, "b"),
                  new Delete(P, "x"),
                  new FailingCreate(P, "c"),
                  new Create(P, "d"),
                  new Gettime(P, "y"),
                  new Delete(P, "d"),
                  new Exit(P))),
          List.of());

  private static final Scenario COUNTER_AT_MINUS_ELEVEN =
      new Scenario(
          "CounterAtMinusEleven",
          "A create after 21 others in ids of 4 bits: a signed counter stands at -11, which is -EAGAIN.",
          Set.of(SCRIPT),
          List.of(EAGAIN_ONLY_WHEN_FULL, NO_DANGLING_TIMER),
          4,
          List.of(),
          21,
          List.of(Actor.of("creator", new Create(P, "a"))),
          List.of());

  private static final Scenario COUNTER_AT_MINUS_TWO =
      new Scenario(
          "CounterAtMinusTwo",
          "A create in a full table of two ids: a signed counter stands at -2, which is -ENOENT.",
          Set.of(SCRIPT),
          List.of(NO_LOST_TIMER, NO_DANGLING_TIMER),
          1,
          List.of(new Create(P, "x"), new Create(P, "y")),
          0,
          List.of(Actor.of("creator", new Create(P, "a"))),
          List.of());

  private static final Scenario EXIT_AFTER_WRAP =
      new Scenario(
          "ExitAfterWrap",
          "A create after the largest id, then the exit of the process.",
          Set.of(SCRIPT),
          List.of(NO_LEAK_ON_EXIT, NO_DANGLING_TIMER, VALID_IDS),
          2,
          List.of(),
          4,
          List.of(Actor.of("creator", new Create(P, "a"), new Exit(P))),
          List.of());

  private static final Scenario CREATE_DELETE_CREATE =
      new Scenario(
          "CreateDeleteCreate",
          "A create, its delete, and two more creates: the ids must be 0, 1, 2.",
          Set.of(SCRIPT),
          List.of(SEQUENTIAL_IDS),
          3,
          List.of(),
          0,
          List.of(
              Actor.of(
                  "creator",
                  new Create(P, "a"),
                  new Delete(P, "a"),
                  new Create(P, "b"),
                  new Create(P, "c"))),
          List.of(
              new IdRule(SEQUENTIAL_IDS, Set.of("a"), Set.of(0)),
              new IdRule(SEQUENTIAL_IDS, Set.of("b"), Set.of(1)),
              new IdRule(SEQUENTIAL_IDS, Set.of("c"), Set.of(2))));

  private static final Scenario FIND_OUT_OF_RANGE =
      new Scenario(
          "FindOutOfRange",
          "Lookups of ids with the sign bit set, at the kernel's width, while timer 0 exists.",
          Set.of(SCRIPT),
          List.of(REJECTS_OUT_OF_RANGE),
          31,
          List.of(new Create(P, "x")),
          0,
          List.of(
              Actor.of(
                  "finder", new GettimeId(P, Integer.MIN_VALUE, ""), new GettimeId(P, -1, ""))),
          List.of());

  private static final Scenario RESTORE_TWICE =
      new Scenario(
          "RestoreTwice",
          "Restores of id 500 twice, then a plain create: -EBUSY must not change the counter.",
          Set.of(SCRIPT),
          List.of(EXACT_RESTORE),
          10,
          List.of(new RestoreMode(P, true), new CreateAt(P, "x", 900)),
          0,
          List.of(
              Actor.of(
                  "restorer",
                  new CreateAt(P, "a", 500),
                  new CreateAt(P, "b", 900),
                  new RestoreMode(P, false),
                  new Create(P, "c"))),
          List.of(
              new IdRule(EXACT_RESTORE, Set.of("a"), Set.of(500)),
              // NEXT only: a policy of the lowest free id has no counter.
              new IdRule(EXACT_RESTORE, Set.of("c"), Set.of(501), Set.of(IdPolicy.NEXT))));

  private static final Scenario DESCRIBED_WRAP_OF_A_FULL_TABLE =
      new Scenario(
          "DescribedWrapOfAFullTable",
          "Creates after the largest id: one fails with -EAGAIN, the next gets"
              + " the first free id from 0 on.",
          Set.of(SCRIPT),
          List.of(Claim.WRAP_AS_DESCRIBED),
          2,
          List.of(
              new Create(P, "w"),
              new Create(P, "x"),
              new Create(P, "y"),
              new Create(P, "z"),
              new Delete(P, "x")),
          0,
          List.of(
              Actor.of(
                  "creator",
                  new Create(P, "a"),
                  new Create(P, "b"),
                  new Create(P, "c"),
                  new Delete(P, "y"),
                  new Create(P, "d"))),
          List.of(
              new IdRule(Claim.WRAP_AS_DESCRIBED, Set.of("b"), Set.of(1)),
              new IdRule(Claim.WRAP_AS_DESCRIBED, Set.of("d"), Set.of(2))));

  private static final Scenario LAST_SHARED_ID =
      new Scenario(
          "LastSharedId",
          "A process creates timers while another holds three ids of four, and then two.",
          Set.of(SCRIPT),
          List.of(EAGAIN_ONLY_WHEN_FULL, OWNER_ISOLATION),
          2,
          List.of(new Create(Q, "x"), new Create(Q, "y"), new Create(Q, "z")),
          0,
          List.of(
              Actor.of(
                  "creator",
                  new Create(P, "a"),
                  new Create(P, "b"),
                  new Delete(Q, "y"),
                  new Create(P, "c"))),
          List.of());

  private static final Scenario RESTORE_BESIDE_LOW_IDS =
      new Scenario(
          "RestoreBesideLowIds",
          "A process restores the ids of its checkpoint while another holds the lowest ones.",
          Set.of(SCRIPT),
          List.of(RESTORABLE_IDS),
          3,
          List.of(new Create(Q, "q"), new Create(Q, "r"), new Create(Q, "s")),
          0,
          List.of(
              Actor.of(
                  "restorer",
                  new Restore(P, "a", 1),
                  new Restore(P, "b", 2),
                  new Restore(P, "c", 6),
                  new Gettime(P, "a"),
                  new Gettime(P, "b"),
                  new Gettime(P, "c"))),
          List.of());

  private static final Scenario RESTORE_BESIDE_HIGH_IDS =
      new Scenario(
          "RestoreBesideHighIds",
          "A process restores the ids of its checkpoint while another holds one"
              + " of them, and none below.",
          Set.of(SCRIPT),
          List.of(RESTORABLE_IDS),
          2,
          List.of(
              new Create(Q, "q"),
              new Create(Q, "r"),
              new Create(Q, "s"),
              new Delete(Q, "q"),
              new Delete(Q, "r")),
          0,
          List.of(Actor.of("restorer", new Restore(P, "a", 1), new Restore(P, "b", 2))),
          List.of());

  private static final Scenario WRAP_AT_FULL_WIDTH =
      new Scenario(
          "WrapAtFullWidth",
          "Creates, finds and deletes around INT_MAX with 31-bit ids.",
          Set.of(SCRIPT),
          List.of(NO_LOST_TIMER, UNIQUE_IDS, VALID_IDS, NO_STALE_FIND, NO_DANGLING_TIMER),
          31,
          List.of(new MoveCounter(P, MAX - 1)),
          0,
          List.of(
              Actor.of(
                  "creator",
                  new Create(P, "a"),
                  new Create(P, "b"),
                  new Create(P, "c"),
                  new Create(P, "d"),
                  new Gettime(P, "a"),
                  new Gettime(P, "b"),
                  new Gettime(P, "c"),
                  new Gettime(P, "d"),
                  new GettimeId(P, -2, ""),
                  new GettimeId(P, -1, ""),
                  new GettimeId(P, Integer.MIN_VALUE, ""),
                  new Delete(P, "a"),
                  new Delete(P, "b"),
                  new Gettime(P, "a"),
                  new Gettime(P, "b"))),
          List.of(
              IdRule.follows(SEQUENTIAL_IDS, "a", MAX - 1, "b", MAX),
              IdRule.follows(WRAPS_TO_ZERO, "b", MAX, "c", 0)));

  /** Ids on both sides of each power of two. */
  private static final Scenario EVERY_WIDTH =
      new Scenario(
          "EveryWidth",
          "Timers of two processes at ids from 8 to 31 bits.",
          Set.of(SCRIPT),
          List.of(NO_LOST_TIMER, UNIQUE_IDS, VALID_IDS, NO_STALE_FIND, NO_DANGLING_TIMER),
          31,
          List.of(),
          0,
          List.of(Actor.of("creator", everyWidth())),
          IntStream.range(8, 31)
              .mapToObj(
                  bits ->
                      IdRule.follows(
                          SEQUENTIAL_IDS, "a" + bits, (1 << bits) - 1, "b" + bits, 1 << bits))
              .toList());

  private static final Scenario RESTORE_AT_FULL_WIDTH =
      new Scenario(
          "RestoreAtFullWidth",
          "Restores of large 31-bit ids, the last of them INT_MAX, and a plain create after it.",
          Set.of(SCRIPT),
          List.of(EXACT_RESTORE),
          31,
          List.of(new RestoreMode(P, true)),
          0,
          List.of(
              Actor.of(
                  "restorer",
                  new CreateAt(P, "a", 0x55555555),
                  new CreateAt(P, "b", 1 << 30),
                  new CreateAt(P, "c", (1 << 30) - 1),
                  new CreateAt(P, "d", 0),
                  new CreateAt(P, "e", MAX - 1),
                  new CreateAt(P, "f", MAX),
                  new CreateAt(P, "g", 1 << 30),
                  new RestoreMode(P, false),
                  new Gettime(P, "a"),
                  new Gettime(P, "b"),
                  new Gettime(P, "c"),
                  new Gettime(P, "d"),
                  new Gettime(P, "e"),
                  new Gettime(P, "f"),
                  new Create(P, "h"))),
          List.of(new IdRule(EXACT_RESTORE, Set.of("h"), Set.of(1), Set.of(IdPolicy.NEXT))));

  private static final Scenario HASHED_AGAIN =
      new Scenario(
          "HashedAgain",
          "Creates after the largest id, whose timers are freed as failed creates"
              + " and allocated again, then lookups.",
          Set.of(SCRIPT),
          List.of(CALLS_END),
          3,
          List.of(new Create(P, "x")),
          7,
          List.of(
              Actor.of(
                  "creator",
                  new Create(P, "a"),
                  new Create(P, "b"),
                  new Create(P, "c"),
                  new Create(P, "d"),
                  new GettimeId(P, 6, ""),
                  new GettimeId(P, 7, ""))),
          List.of());

  private static final List<Scenario> WRITTEN =
      Stream.concat(
              Stream.of(
                  WRAP_AROUND,
                  WRAP_AS_DESCRIBED,
                  ONE_FREE_ID,
                  EXHAUSTED_TABLE,
                  CREATE_AGAINST_FIND,
                  DELETE_AGAINST_FIND,
                  DELETE_AGAINST_DELETE,
                  CHURN_AGAINST_FIND,
                  CREATE_DELETE_FIND,
                  TWO_PROCESSES,
                  ONE_ID_TAKEN_BY_ANOTHER,
                  RESTORE_AGAINST_CREATE,
                  EXIT_AGAINST_CREATE,
                  RESTORE_AGAINST_RESTORE,
                  CREATE_AGAINST_DELETE,
                  Histories.RECYCLE_AGAINST_FIND,
                  Histories.RECYCLE_AGAINST_CREATE,
                  Histories.EXIT_AGAINST_GROWTH,
                  WRAP_DURING_CREATE,
                  STEPPED_AROUND_SEARCH,
                  STALE_SEARCH_START,
                  GROWTH_AGAINST_FIND,
                  COPY_AGAINST_FIND,
                  LAP_AGAINST_FIND,
                  GROWTH_AGAINST_CHANGE,
                  OWNER_BEFORE_ID,
                  OWNER_BEFORE_ID_AT_WRAP,
                  NEIGHBOURS_DELETED,
                  FIND_DURING_CREATE,
                  FIND_DURING_DELETE,
                  CREATE_DURING_CREATE,
                  CREATE_DURING_DELETE,
                  LAST_FREE_ID,
                  FULL_TABLE,
                  FAILED_CREATE,
                  CALLS_AFTER_FAILURES,
                  COUNTER_AT_MINUS_ELEVEN,
                  COUNTER_AT_MINUS_TWO,
                  EXIT_AFTER_WRAP,
                  CREATE_DELETE_CREATE,
                  FIND_OUT_OF_RANGE,
                  RESTORE_TWICE,
                  DESCRIBED_WRAP_OF_A_FULL_TABLE,
                  LAST_SHARED_ID,
                  RESTORE_BESIDE_LOW_IDS,
                  RESTORE_BESIDE_HIGH_IDS,
                  WRAP_AT_FULL_WIDTH,
                  EVERY_WIDTH,
                  RESTORE_AT_FULL_WIDTH,
                  HASHED_AGAIN),
              Stream.concat(Reuse.ALL.stream(), Restores.ALL.stream()))
          .toList();

  /** The written scenarios, their full-width variants, and those of many timers. */
  private static final List<Scenario> ALL =
      Stream.of(
              WRITTEN.stream(),
              WRITTEN.stream().flatMap(each -> FullWidth.of(each).stream()),
              Crowds.ALL.stream())
          .flatMap(each -> each)
          .toList();

  private Scenarios() {}

  /** Also looks up a timer that is being created, whatever its id. */
  static Actor finderOfEveryId() {
    return Actor.of(
        "finder", IntStream.range(0, 8).mapToObj(id -> new Lookup(P, id)).toArray(Lookup[]::new));
  }

  private static Call[] everyWidth() {
    List<Call> creates = new ArrayList<>();
    List<Call> finds = new ArrayList<>();
    for (int bits = 8; bits < 31; bits++) {
      creates.add(new MoveCounter(P, (1 << bits) - 1));
      creates.add(new Create(P, "a" + bits));
      creates.add(new Create(P, "b" + bits));
      creates.add(new MoveCounter(Q, (1 << bits) - 1));
      creates.add(new Create(Q, "c" + bits));
      finds.add(new Gettime(P, "a" + bits));
      finds.add(new Gettime(P, "b" + bits));
      finds.add(new Gettime(Q, "c" + bits));
      finds.add(new Delete(P, "a" + bits));
      finds.add(new Gettime(P, "a" + bits));
    }
    return Stream.concat(creates.stream(), finds.stream()).toArray(Call[]::new);
  }

  /**
   * Every scenario.
   *
   * @return the scenarios; names are unique
   */
  public static List<Scenario> all() {
    return ALL;
  }

  /**
   * The scenarios that are run in a mode.
   *
   * @param mode the mode
   * @return the scenarios in the catalogue's order
   */
  public static List<Scenario> of(Mode mode) {
    return ALL.stream().filter(scenario -> scenario.modes().contains(mode)).toList();
  }

  /**
   * Whether a scenario says something about a design.
   *
   * @param scenario the scenario
   * @param design the design
   * @return false if the scenario's first claim does not apply to it, if the scenario restores
   *     timers and the design cannot, or if it is a seeded fault and the scenario a full-width
   *     variant or one of many timers, because faults show in narrow ids and among few timers
   */
  public static boolean applies(Scenario scenario, Design design) {
    if (design instanceof Fault && isLarge(scenario)) {
      return false;
    }
    Claim first = scenario.claims().get(0);
    return canBeAsked(design, first) && (!restores(scenario) || canBeAsked(design, EXACT_RESTORE));
  }

  /**
   * Whether a claim says anything of a design, by the design's word, which {@code Applicability}
   * checks.
   *
   * @param design the design
   * @param claim the claim
   * @return false if the design declares that it does not apply
   */
  public static boolean canBeAsked(Design design, Claim claim) {
    return design.promises().on(claim).expectation() != Expectation.DOES_NOT_APPLY;
  }

  private static boolean restores(Scenario scenario) {
    return scenario.actors().stream()
        .flatMap(actor -> actor.calls().stream())
        .anyMatch(CreateAt.class::isInstance);
  }

  /**
   * Whether a scenario is a small one on another scale, with full-width ids or many timers.
   *
   * @param scenario the scenario
   * @return whether it repeats at a higher cost what a small one is for
   */
  public static boolean isLarge(Scenario scenario) {
    return !WRITTEN.contains(scenario);
  }

  /**
   * Whether a scenario has so many timers that its executions are long.
   *
   * @param scenario the scenario
   * @return whether one stalled thread shows what it is for
   */
  public static boolean isOfManyTimers(Scenario scenario) {
    return Crowds.ALL.contains(scenario);
  }

  /**
   * Whether a scenario takes its number of timers from the design that it explores.
   *
   * @param scenario the scenario
   * @return whether it is explored as {@link #at} says
   */
  public static boolean isChosenByDesign(Scenario scenario) {
    return Crowds.isChosenByDesign(scenario);
  }

  /**
   * Whether some scenario of every design creates the timer with a number.
   *
   * @param ordinal the number, from 1
   * @return false if only a scenario that a design chooses does
   */
  public static boolean isWritten(int ordinal) {
    return Crowds.isWritten(ordinal);
  }

  /**
   * A scenario that takes its number of timers from the design, with that number.
   *
   * @param scenario one of which {@link #isChosenByDesign} is true
   * @param places the number of the first timer created beside others, from 2 to {@link
   *     #MOST_TIMERS}
   * @return a scenario that {@link #named} finds
   */
  public static Scenario at(Scenario scenario, int places) {
    return Crowds.at(scenario, places);
  }

  /**
   * The rank of a scenario by its relevance for the claim that a fault is meant to break; lower
   * ranks go first.
   *
   * @param scenario the scenario
   * @param subject a design or a fault
   * @return 0 if the claim is the first that the scenario decides, and so on; the same for all
   *     scenarios of a design
   */
  public static int rank(Scenario scenario, Design subject) {
    if (!(subject instanceof Fault fault)) {
      return 0;
    }
    int index = scenario.claims().indexOf(fault.claim());
    return index < 0 ? Integer.MAX_VALUE : index;
  }

  /**
   * A scenario by its name.
   *
   * @param name the name
   * @return the scenario
   * @throws IllegalArgumentException if there is none
   */
  public static Scenario named(String name) {
    return ALL.stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .or(() -> Crowds.named(name))
        .orElseThrow(() -> new IllegalArgumentException("Unknown scenario \"" + name + "\"."));
  }
}
