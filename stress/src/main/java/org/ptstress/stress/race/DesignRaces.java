package org.ptstress.stress.race;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The races of one design, run sequentially until further forks would be pointless. */
final class DesignRaces {
  /** The number of hung races that ends a design's races; one may be due to a busy machine. */
  private static final int HANGS = 2;

  private final List<RacePair> races;
  private final RaceOptions options;
  private final Forks forks;
  private final Semaphore cpus;
  private final Consumer<ForkResult> results;

  private final Set<RacePair> hung = new HashSet<>();
  private boolean broken;

  /**
   * Describes the races.
   *
   * @param races the races of one design
   * @param options what they have in common
   * @param forks what runs them
   * @param cpus the CPUs that all designs share
   * @param results receives every fork of every race, whether it was started or not
   */
  DesignRaces(
      List<RacePair> races,
      RaceOptions options,
      Forks forks,
      Semaphore cpus,
      Consumer<ForkResult> results) {
    this.races = races;
    this.options = options;
    this.forks = forks;
    this.cpus = cpus;
    this.results = results;
  }

  /**
   * Runs them.
   *
   * @throws IOException if a fork cannot be started
   * @throws InterruptedException if this thread is interrupted; the fork is killed
   */
  void run() throws IOException, InterruptedException {
    for (List<RacePair> batch : options.together() ? List.of(races) : single(races)) {
      for (List<String> configuration : options.configurations()) {
        race(batch, configuration);
      }
    }
  }

  private static List<List<RacePair>> single(List<RacePair> races) {
    return races.stream().map(List::of).toList();
  }

  /** Runs some races in one fork; after one that fails, another fork continues with the rest. */
  private void race(List<RacePair> batch, List<String> configuration)
      throws IOException, InterruptedException {
    Deque<RacePair> left = new ArrayDeque<>(batch);
    while (!left.isEmpty()) {
      List<String> jvmArgs = Forks.jvmArgs(left.element().design(), configuration);
      String pointless = pointless(left.element());
      if (pointless == null) {
        fork(left, jvmArgs);
      } else {
        results.accept(ForkResult.notTried(left.remove(), jvmArgs, pointless));
      }
    }
  }

  /** Why another fork would be pointless, or null. */
  private @Nullable String pointless(RacePair race) {
    if (broken) {
      return "the design had already broken a claim";
    }
    if (hung.size() >= HANGS) {
      return "the design hung twice";
    }
    return hung.contains(race) ? "the race hung" : null;
  }

  private void fork(Deque<RacePair> left, List<String> jvmArgs)
      throws IOException, InterruptedException {
    int actors = left.stream().mapToInt(DesignRaces::actors).max().orElseThrow();
    cpus.acquire(actors);
    try {
      forks.run(
          List.copyOf(left),
          jvmArgs,
          result -> {
            ended(left.remove(), result);
            return !broken;
          });
    } finally {
      cpus.release(actors);
    }
  }

  private void ended(RacePair race, ForkResult result) {
    if (result.end() == ForkEnd.Kind.HUNG) {
      hung.add(race);
    }
    broken |=
        options.stopAtBroken()
            && RaceResults.outcomes(race.scenario(), List.of(result)).stream()
                .anyMatch(outcome -> outcome.count() > 0 && !outcome.breaks().isEmpty());
    results.accept(result);
  }

  private static int actors(RacePair race) {
    return race.scenario().actors().size();
  }
}
