package org.ptstress.model.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.ReclamationKind;

/**
 * A small concurrent program over the timer calls, and what it decides. The same scenario is raced
 * by jcstress, explored, searched by Lincheck and enumerated by the oracle.
 *
 * @param name its name, also of its jcstress test
 * @param description what happens and what could go wrong, in a sentence
 * @param modes how it is run
 * @param claims what it decides; the first takes the blame for an outcome that is illegal as a
 *     whole
 * @param idBits the width of an id
 * @param setup calls made before the actors start; a create must succeed in a correct table
 * @param advances how far the id counter of process 0 is then moved on, by creating and deleting
 * @param actors who runs in parallel
 * @param idRules which ids timers must have got
 */
public record Scenario(
    String name,
    String description,
    Set<Mode> modes,
    List<Claim> claims,
    int idBits,
    List<Call> setup,
    int advances,
    List<Actor> actors,
    List<IdRule> idRules) {
  /** The width of the kernel's ids in bits. */
  public static final int FULL_WIDTH = 31;

  /** The ways to run a scenario. */
  public enum Mode {
    /** By jcstress: real threads, real memory. */
    RACE,
    /** By the explorer and by Lincheck: interleavings, and for the explorer stale reads. */
    INTERLEAVING,
    /** By the explorer alone. */
    EXPLORATION,
    /** By the explorer: the last actor may not wait, wherever the others are stalled. */
    PROGRESS,
    /** Alone, one call after the other. */
    SCRIPT
  }

  /**
   * Whether the explorer runs it: real executions of its actors, on any memory.
   *
   * @return whether it is more than a script
   */
  public boolean isExplored() {
    return modes.contains(Mode.RACE)
        || modes.contains(Mode.INTERLEAVING)
        || modes.contains(Mode.EXPLORATION)
        || isOfProgress();
  }

  /**
   * Whether its ids are the kernel's, and its processes have addresses that differ in the high half
   * only.
   *
   * @return whether its ids have 31 bits
   */
  public boolean isAtFullWidth() {
    return idBits == FULL_WIDTH;
  }

  /**
   * Whether it asks who must wait for whom.
   *
   * @return whether the last actor may not wait for others
   */
  public boolean isOfProgress() {
    return modes.contains(Mode.PROGRESS);
  }

  /** Checks that names are used consistently. */
  public Scenario {
    claims = List.copyOf(claims);
    setup = List.copyOf(setup);
    actors = List.copyOf(actors);
    idRules = List.copyOf(idRules);
    if (claims.isEmpty() || actors.isEmpty()) {
      throw new IllegalArgumentException(
          "Scenario " + name + " needs an actor and a claim that it decides.");
    }
    long creates = calls(setup, actors).filter(Scenario::creates).count();
    long names =
        calls(setup, actors).filter(Scenario::creates).map(Scenario::timerOf).distinct().count();
    if (names < creates) {
      throw new IllegalArgumentException("Scenario " + name + " creates a timer name twice.");
    }
  }

  private static Stream<Call> calls(List<Call> setup, List<Actor> actors) {
    return Stream.concat(setup.stream(), actors.stream().flatMap(actor -> actor.calls().stream()));
  }

  /**
   * The table that the scenario needs in a mode: small, so that timers share chains. The explorer
   * and Lincheck use the lock with the fewest steps, and progress leaves reclamation to the
   * collector, so that no thread waits for anything but the table.
   *
   * @param mode how it is run
   * @return the dimensions
   */
  public TableConfig config(Mode mode) {
    TableConfig narrow = TableConfig.narrow(idBits);
    return switch (mode) {
      case RACE, SCRIPT -> narrow;
      case INTERLEAVING, EXPLORATION -> narrow.withLocks(LockKind.TEST_AND_SET);
      case PROGRESS ->
          narrow.withLocks(LockKind.TEST_AND_SET).withReclamation(ReclamationKind.COLLECTOR);
    };
  }

  /** Whether the end of the ids is to be what the changelog of the RFC says. */
  boolean wrapsAsDescribed() {
    return claims.contains(Claim.WRAP_AS_DESCRIBED);
  }

  /** The index of every timer by name, in the order of their creates. */
  Map<String, Integer> timers() {
    Map<String, Integer> indices = new LinkedHashMap<>();
    calls(setup, actors)
        .filter(Scenario::creates)
        .forEach(call -> indices.put(timerOf(call), indices.size()));
    return indices;
  }

  /**
   * The number of processes that take part.
   *
   * @return one more than the highest index of a process
   */
  public int processes() {
    return calls(setup, actors).mapToInt(Call::process).max().orElse(0) + 1;
  }

  static boolean creates(Call call) {
    return call instanceof Call.Create
        || call instanceof Call.CreateAt
        || call instanceof Call.Restore
        || call instanceof Call.FailingCreate;
  }

  static String timerOf(Call call) {
    if (call instanceof Call.Create create) {
      return create.timer();
    } else if (call instanceof Call.CreateAt createAt) {
      return createAt.timer();
    } else if (call instanceof Call.Restore restore) {
      return restore.timer();
    } else if (call instanceof Call.FailingCreate failing) {
      return failing.timer();
    } else if (call instanceof Call.Gettime gettime) {
      return gettime.timer();
    } else if (call instanceof Call.GettimeId gettimeId) {
      return gettimeId.timer();
    } else if (call instanceof Call.Delete delete) {
      return delete.timer();
    }
    return "";
  }
}
