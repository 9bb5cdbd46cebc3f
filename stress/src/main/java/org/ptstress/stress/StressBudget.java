package org.ptstress.stress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.Profile;
import org.ptstress.stress.exploration.ExplorationBudget;
import org.ptstress.stress.fault.FaultBudget;
import org.ptstress.stress.interleaving.SearchBudget;
import org.ptstress.stress.order.OrderBudget;
import org.ptstress.stress.race.RaceOptions;
import org.ptstress.stress.race.Sampling;

/**
 * The budgets of a stress run by profile. Every budget of the module is in this file.
 *
 * @param races the settings of the races
 * @param explorations the bounds of the explorer's successive rounds
 * @param slices the number of units that the exploration of a scenario is divided into, at least 1
 * @param searches the maximum of interleavings for each searched scenario
 * @param searchesExplored whether Lincheck also searches the explorer's scenarios, as a second
 *     opinion
 * @param largeTables whether operations are also counted in tables of a million timers
 * @param silence the timeout after which a silent child process counts as hung
 */
public record StressBudget(
    Races races,
    List<ExplorationBudget> explorations,
    int slices,
    SearchBudget searches,
    boolean searchesExplored,
    boolean largeTables,
    Duration silence) {
  /** Checks that slices add up: a later round would divide another tree than the first. */
  public StressBudget {
    explorations = List.copyOf(explorations);
    for (ExplorationBudget budget : explorations) {
      if (slices > 1 && (explorations.size() > 1 || budget.executions() < slices)) {
        throw new IllegalArgumentException(
            "An exploration in "
                + slices
                + " slices has one round with an execution for each, not "
                + explorations
                + ".");
      }
    }
  }

  /**
   * The share of the time left that searches may take. On a slow machine the JVM of the searches
   * takes a quarter of a minute to start, while races take seconds.
   */
  static final double SHARE_OF_SEARCHES = 2.0 / 3;

  /** The share of the time left that explorations may take. */
  static final double SHARE_OF_EXPLORATIONS = 0.7;

  /**
   * The share of the time left that the records of accesses may take. Each claim that they decide
   * has first rows after a third of the whole time.
   */
  static final double SHARE_OF_ACCESSES = 2.0 / 3;

  /** The share of the time left that checks may take: a design that hangs must not use it up. */
  static final double SHARE_OF_CHECKS = 1.0 / 2;

  /** Covers every scenario a little in the first seconds. */
  private static final ExplorationBudget FIRST_LOOK =
      new ExplorationBudget(new Bound(1, 1), 100, 0, false, true);

  /** Covers every scenario as far as a verdict needs. */
  private static final ExplorationBudget ONE_PREEMPTION =
      new ExplorationBudget(new Bound(1, 0), 20_000, 0, false);

  private static final ExplorationBudget A_LITTLE =
      new ExplorationBudget(new Bound(2, 1), 1_500, 50, false);

  /** The budget of a profile. */
  static StressBudget of(Profile profile) {
    return switch (profile) {
      case JUDGE ->
          new StressBudget(
              new Races(Modes.C1, 1, 60, 1, 0, true),
              List.of(
                  FIRST_LOOK,
                  ONE_PREEMPTION,
                  A_LITTLE,
                  // Where two preemptions left no executions for one and a stale read.
                  new ExplorationBudget(new Bound(1, 1), 1_500, 0, false),
                  // Interleavings only: long histories have many.
                  new ExplorationBudget(new Bound(2, 0), 40_000, 5_000, false),
                  new ExplorationBudget(new Bound(2, 2), 10_000, 5_000, false)),
              1,
              new SearchBudget(80, 80),
              false,
              false,
              Duration.ofSeconds(10));
      case FAULTS, ORDERS ->
          new StressBudget(
              new Races(Modes.C1, 1, 80, 1, 0, true),
              List.of(new ExplorationBudget(new Bound(2, 2), 20_000, 0, true)),
              1,
              new SearchBudget(20, 300),
              false,
              false,
              Duration.ofSeconds(20));
      case KERNEL -> throw new IllegalArgumentException(profile + " searches nothing.");
      case QUICK ->
          new StressBudget(
              new Races(Modes.C1, 1, 30, 1, 0, true),
              List.of(A_LITTLE.of(750)),
              1,
              new SearchBudget(15, 300),
              false,
              false,
              Duration.ofSeconds(90));
      // A fork for each compiler, and searches five times as long.
      case STANDARD ->
          new StressBudget(
              new Races(Modes.C1, 2, 120, 1, 1, false),
              List.of(new ExplorationBudget(new Bound(2, 2), 8_000_000, 10_000, false)),
              1,
              new SearchBudget(100, 1_000),
              true,
              true,
              Duration.ofMinutes(5));
      case TOUGH ->
          new StressBudget(
              new Races(Modes.ALL, 10, 1_000, 3, 3, false),
              List.of(new ExplorationBudget(new Bound(3, 3), 10_000_000, 500_000, false)),
              4,
              new SearchBudget(3_000, 30_000),
              true,
              true,
              Duration.ofMinutes(15));
    };
  }

  /**
   * The budget of the search for each seeded fault.
   *
   * @return the budget
   */
  public static FaultBudget ofFaults() {
    StressBudget budget = of(Profile.FAULTS);
    return new FaultBudget(
        budget.races::options, budget.explorations.get(0), budget.searches, budget.silence);
  }

  /**
   * The budget of the exploration of each weakened order.
   *
   * @return the budget
   */
  public static OrderBudget ofOrders() {
    return new OrderBudget(new Bound(1, 1), 3_000, new Bound(6, 6), 1_500, OrderBudget.ALL);
  }

  /**
   * The settings of the races.
   *
   * @param modes the JVM arguments of each mode; jcstress's own compiler matrix covers only the
   *     actors' methods, not the code that they call
   * @param iterations iterations a fork
   * @param millis the time of an iteration
   * @param forks forks of each mode
   * @param stressForks the factor of forks with a randomised C2 compiler
   * @param together whether all races of a design share a fork
   */
  record Races(
      List<List<String>> modes,
      int iterations,
      int millis,
      int forks,
      int stressForks,
      boolean together) {
    private static final int STRIDE_SIZE = 32;

    /**
     * The strides of a fork, shared by its iterations. An iteration, however short, runs its
     * strides at least twice: thousands of samples even if other programs have the CPUs, and
     * seconds in the interpreter.
     */
    private static final int STRIDES = 64;

    /** The allowance of an iteration beyond its time, for a busy machine. */
    private static final Duration ALLOWANCE = Duration.ofSeconds(15);

    /** The races of these settings, under a name. */
    RaceOptions options(String name) {
      return new RaceOptions(
          name,
          configurations(),
          new Sampling(iterations, millis, STRIDE_SIZE, STRIDES / iterations),
          ALLOWANCE.multipliedBy(iterations),
          false,
          together);
    }

    /** The JVM arguments of each fork of a race. */
    private List<List<String>> configurations() {
      List<List<String>> configurations = new ArrayList<>();
      for (int fork = 0; fork < forks; fork++) {
        configurations.addAll(modes);
      }
      for (int fork = 0; fork < forks * stressForks; fork++) {
        configurations.add(
            Modes.randomised(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE)));
      }
      return configurations;
    }
  }

  private static final class Modes {
    /**
     * C1 only. A fork of a tenth of a second ends before C2 has compiled the relevant code; without
     * C2 it compiles less, and its actors overlap more often.
     */
    static final List<List<String>> C1 = List.of(List.of("-XX:TieredStopAtLevel=1"));

    static final List<List<String>> ALL =
        List.of(
            List.of(),
            List.of("-Xint"),
            List.of("-XX:TieredStopAtLevel=1"),
            List.of("-XX:-TieredCompilation"));

    /** C2 with all its options for reordering code; the seed makes it repeatable. */
    static List<String> randomised(int seed) {
      return List.of(
          "-XX:-TieredCompilation",
          "-XX:+StressLCM",
          "-XX:+StressGCM",
          "-XX:+StressIGVN",
          "-XX:+StressCCP",
          "-XX:StressSeed=" + seed);
    }
  }
}
