package org.ptstress.stress.scenario;

import static org.ptstress.model.Claim.CREATE_INDEPENDENT;
import static org.ptstress.model.Claim.EXACT_RESTORE;
import static org.ptstress.model.Claim.FIND_WITHOUT_LOCK;
import static org.ptstress.model.Claim.NO_LOST_TIMER;
import static org.ptstress.model.Claim.NO_STALE_FIND;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.spec.Actor;
import org.ptstress.model.spec.Call;
import org.ptstress.model.spec.Call.Create;
import org.ptstress.model.spec.Call.CreateAt;
import org.ptstress.model.spec.Call.Delete;
import org.ptstress.model.spec.Call.Gettime;
import org.ptstress.model.spec.Call.Lookup;
import org.ptstress.model.spec.Call.RestoreMode;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.Scenario.Mode;
import org.ptstress.run.result.ExplorationResult;

/**
 * Scenarios in which a process has many timers and gets, by a create or a restore, or loses, the
 * ones with which a table of a few dozen places grows, overflows or takes another page. Those
 * before are made in the set-up, which is not explored, so that executions stay short.
 */
final class Crowds {
  private static final int P = 0;
  private static final int Q = 1;

  /** The number of places that a design chooses: its part of a scenario's name. */
  private static final String CHOSEN = "Step";

  private static final String AT = ExplorationResult.CHOSEN;

  /**
   * A number of places that a table may have.
   *
   * @param name its part of a scenario's name
   * @param count the number; the timer behind it finds no place
   */
  private record Places(String name, int count) {
    /** The timers of the set-up. */
    int before() {
      return count - 1;
    }

    /** The timers at most, of two calls. */
    int after() {
      return count + 1;
    }

    int idBits() {
      return Integer.SIZE - Integer.numberOfLeadingZeros(after());
    }

    String ordinals() {
      return name.equals(CHOSEN)
          ? "the two timers at which creates begin to cost more"
          : "timers " + count + " and " + after();
    }
  }

  private static final List<Places> PLACES =
      List.of(
          new Places("Eight", 8),
          new Places("Twelve", 12),
          new Places("Sixteen", 16),
          new Places("TwentyFour", 24),
          new Places("ThirtyTwo", 32),
          new Places("SixtyFour", 64));

  /**
   * The scenarios that take their number of places from the design, with the largest one; without
   * the finder that restores, too, which costs more than all of them.
   */
  private static final List<Scenario> CHOSEN_BY_DESIGN =
      scenarios(new Places(CHOSEN, Scenarios.MOST_TIMERS))
          .filter(scenario -> scenario.isOfProgress() || !scenario.claims().contains(EXACT_RESTORE))
          .toList();

  static final List<Scenario> ALL =
      Stream.concat(PLACES.stream().flatMap(Crowds::scenarios), CHOSEN_BY_DESIGN.stream()).toList();

  private Crowds() {}

  private static Stream<Scenario> scenarios(Places places) {
    return Stream.of(
        findBesideChanges(places),
        findDuringChanges(places),
        createsDuringCreates(places),
        findBesideRestores(places),
        findDuringRestores(places),
        restoresDuringRestores(places));
  }

  /** Whether a scenario takes its number of timers from the design. */
  static boolean isChosenByDesign(Scenario scenario) {
    return CHOSEN_BY_DESIGN.contains(scenario);
  }

  /** Whether every design runs a scenario in which the timer behind so many is created. */
  static boolean isWritten(int count) {
    return PLACES.stream().anyMatch(places -> count == places.count || count == places.count + 1);
  }

  /** Such a scenario with a number of timers, named after both. */
  static Scenario at(Scenario scenario, int count) {
    return scenarios(new Places(CHOSEN + AT + count, count))
        .filter(each -> each.name().equals(scenario.name() + AT + count))
        .findFirst()
        .orElseThrow();
  }

  /** The scenario that {@link #at} has named, if any. */
  static Optional<Scenario> named(String name) {
    int at = name.indexOf(AT);
    return CHOSEN_BY_DESIGN.stream()
        .filter(scenario -> at > 0 && scenario.name().equals(name.substring(0, at)))
        .findFirst()
        .map(scenario -> at(scenario, Integer.parseInt(name.substring(at + 1))));
  }

  /** The first timer has a place whatever the others do. */
  private static Scenario findBesideChanges(Places places) {
    return new Scenario(
        "FindBeside" + places.name,
        "A finder looks up the first timer of a process while another thread creates "
            + places.ordinals()
            + " and deletes them.",
        Set.of(Mode.EXPLORATION),
        List.of(NO_LOST_TIMER, NO_STALE_FIND),
        places.idBits(),
        creates(P, 0, places.before()).toList(),
        0,
        List.of(Actor.of("finder", new Gettime(P, timer(P, 0))), changer(places)),
        List.of());
  }

  private static Scenario findDuringChanges(Places places) {
    return stalled(
        "FindDuring" + places.name,
        "A finder must complete while another thread that creates "
            + places.ordinals()
            + " and deletes them is stalled at any step.",
        FIND_WITHOUT_LOCK,
        places,
        creates(P, 0, places.before()),
        changer(places),
        // The ids that they have where the first one is 0.
        Actor.of("finder", new Lookup(P, places.count - 1), new Lookup(P, places.count)));
  }

  private static Scenario createsDuringCreates(Places places) {
    return stalled(
        "CreatesDuring" + places.name,
        "A creator of "
            + places.ordinals()
            + " of one process must complete while one of another is stalled at any step.",
        CREATE_INDEPENDENT,
        places,
        Stream.of(P, Q).flatMap(process -> creates(process, 0, places.before())),
        Actor.of("stalled", last(P, places)),
        Actor.of("creator", last(Q, places)));
  }

  /** Whichever restore makes the table grow, the other one may still have the old places. */
  private static Scenario findBesideRestores(Places places) {
    return new Scenario(
        "FindBesideRestored" + places.name,
        "A finder looks up the first timer of a process and restores one while another thread"
            + " restores "
            + places.ordinals()
            + ".",
        Set.of(Mode.EXPLORATION),
        List.of(NO_LOST_TIMER, NO_STALE_FIND, EXACT_RESTORE),
        places.idBits(),
        restorable(P, places).toList(),
        0,
        List.of(
            Actor.of(
                "finder",
                new Gettime(P, timer(P, 0)),
                new CreateAt(P, timer(P, places.after()), places.after())),
            Actor.of("restorer", restores(P, places))),
        List.of());
  }

  private static Scenario findDuringRestores(Places places) {
    return stalled(
        "FindDuringRestored" + places.name,
        "A finder must complete while another thread that restores "
            + places.ordinals()
            + " is stalled at any step.",
        FIND_WITHOUT_LOCK,
        places,
        restorable(P, places),
        Actor.of("restorer", restores(P, places)),
        Actor.of("finder", new Lookup(P, 0), new Lookup(P, places.count)));
  }

  private static Scenario restoresDuringRestores(Places places) {
    return stalled(
        "CreatesDuringRestored" + places.name,
        "A restorer of "
            + places.ordinals()
            + " of one process must complete while one of another is stalled at any step.",
        CREATE_INDEPENDENT,
        places,
        Stream.of(P, Q).flatMap(process -> restorable(process, places)),
        Actor.of("stalled", restores(P, places)),
        Actor.of("restorer", restores(Q, places)));
  }

  /** The timers of the set-up, and the mode in which a process restores others. */
  private static Stream<Call> restorable(int process, Places places) {
    return Stream.concat(
        creates(process, 0, places.before()), Stream.of(new RestoreMode(process, true)));
  }

  private static Call[] restores(int process, Places places) {
    return IntStream.range(places.before(), places.after())
        .mapToObj(i -> new CreateAt(process, timer(process, i), i))
        .toArray(Call[]::new);
  }

  private static Scenario stalled(
      String name,
      String description,
      Claim claim,
      Places places,
      Stream<Call> setup,
      Actor stalled,
      Actor unaided) {
    return new Scenario(
        name,
        description,
        Set.of(Mode.PROGRESS),
        List.of(claim),
        places.idBits(),
        setup.toList(),
        0,
        List.of(stalled, unaided),
        List.of());
  }

  private static Actor changer(Places places) {
    return Actor.of(
        "changer",
        Stream.concat(
                Stream.of(last(P, places)),
                Stream.of(
                    new Delete(P, timer(P, places.count)),
                    new Delete(P, timer(P, places.count - 1))))
            .toArray(Call[]::new));
  }

  private static Call[] last(int process, Places places) {
    return creates(process, places.before(), places.after()).toArray(Call[]::new);
  }

  private static Stream<Call> creates(int process, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> new Create(process, timer(process, i)));
  }

  private static String timer(int process, int number) {
    return (process == P ? "p" : "q") + number;
  }
}
