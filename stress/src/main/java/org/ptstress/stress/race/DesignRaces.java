package org.ptstress.stress.race;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.spec.Scenario;
import org.ptstress.stress.scenario.Scenarios;

/** The races of one design, one after the other, until the rest of them has become pointless. */
final class DesignRaces implements Callable<@Nullable Void> {
  /** One hang may be an accident of a busy machine. */
  private static final int HANGS = 2;

  private final List<RacePlan.Entry> races;
  private final RacePlan plan;
  private final Forks forks;
  private final Semaphore cpus;
  private final Consumer<ForkResult> results;

  private int hangs;
  private boolean broken;

  /**
   * Prepares the races.
   *
   * @param races the races of one design
   * @param plan what they have in common
   * @param forks what runs them
   * @param cpus the CPUs that all designs share
   * @param results is told of every fork of every race, whether it was started or not
   */
  DesignRaces(
      List<RacePlan.Entry> races,
      RacePlan plan,
      Forks forks,
      Semaphore cpus,
      Consumer<ForkResult> results) {
    this.races = races;
    this.plan = plan;
    this.forks = forks;
    this.cpus = cpus;
    this.results = results;
  }

  @Override
  public @Nullable Void call() throws IOException, InterruptedException {
    for (RacePlan.Entry race : races) {
      boolean hung = false;
      for (List<String> configuration : plan.configurations()) {
        List<String> jvmArgs = Forks.jvmArgs(race.design(), configuration);
        String pointless = pointless(hung);
        ForkResult result =
            pointless == null ? fork(race, jvmArgs) : ForkResult.notTried(race, jvmArgs, pointless);
        hung |= result.end() == ForkEnd.Kind.HUNG;
        results.accept(result);
      }
    }
    return null;
  }

  /** Why another fork would be pointless, or null. */
  private @Nullable String pointless(boolean hung) {
    if (broken) {
      return "the design had already broken a claim";
    }
    if (hangs == HANGS) {
      return "the design hung twice";
    }
    return hung ? "the race hung" : null;
  }

  private ForkResult fork(RacePlan.Entry race, List<String> jvmArgs)
      throws IOException, InterruptedException {
    Scenario scenario = Scenarios.named(race.scenario());
    int actors = scenario.actors().size();
    cpus.acquire(actors);
    try {
      ForkResult result = forks.run(race, jvmArgs);
      if (result.end() == ForkEnd.Kind.HUNG) {
        hangs++;
      }
      broken |=
          plan.stopAtBroken()
              && RaceResults.outcomes(scenario, List.of(result)).stream()
                  .anyMatch(outcome -> outcome.count() > 0 && !outcome.breaks().isEmpty());
      return result;
    } finally {
      cpus.release(actors);
    }
  }
}
