package org.ptstress.stress.race;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.StateCase;
import org.openjdk.jcstress.infra.TestInfo;
import org.ptstress.model.Claim;
import org.ptstress.model.spec.Outcome;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.Configuration;
import org.ptstress.run.result.OutcomeCount;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunStatus;

/**
 * Aggregates fork results into a row for each race. A race counts as run only if every fork that
 * was tried ended normally, and none is missing.
 */
final class RaceResults {
  private RaceResults() {}

  /** The name of a scenario's jcstress test. */
  static String testName(String scenario) {
    return RaceResults.class.getPackageName() + ".test." + scenario;
  }

  /**
   * The row of a race.
   *
   * @param pair the race
   * @param results the results of its forks
   * @param planned how many forks were planned
   * @param cpus how many CPUs they could use
   * @param missing why some may be missing
   * @param log the log of their output, relative to the run folder, or null
   */
  static RaceResult row(
      RacePair pair,
      List<ForkResult> results,
      int planned,
      int cpus,
      @Nullable String missing,
      @Nullable String log) {
    Scenario scenario = pair.scenario();
    int actors = scenario.actors().size();
    boolean tooFewCpus = actors > cpus;
    String reason =
        tooFewCpus
            ? "it needs " + actors + " CPUs and the machine has " + cpus
            : reason(results, planned, missing);
    return new RaceResult(
        pair.design(),
        scenario.name(),
        scenario.description(),
        actors,
        scenario.claims(),
        reason.isEmpty() ? RunStatus.RUN : RunStatus.NOT_RUN,
        reason,
        tooFewCpus,
        results.stream().mapToLong(ForkResult::samples).sum(),
        outcomes(scenario, results),
        configurations(results),
        results.stream().mapToDouble(ForkResult::seconds).sum(),
        reason.isEmpty() || tooFewCpus ? null : log);
  }

  private static String reason(List<ForkResult> results, int planned, @Nullable String missing) {
    if (results.size() < planned) {
      String count = "jcstress reported " + results.size() + " of " + planned + " results";
      return missing == null ? count : missing;
    }
    Set<String> failed = new TreeSet<>();
    Set<String> notTried = new TreeSet<>();
    for (ForkResult result : results) {
      switch (result.end()) {
        case NORMAL -> {}
        case HUNG, FAILED -> failed.add(result.reason());
        case NOT_TRIED -> notTried.add(result.reason());
      }
    }
    // Forks skipped as pointless do not invalidate earlier ones.
    boolean tried = results.stream().anyMatch(result -> result.end() != ForkEnd.Kind.NOT_TRIED);
    return String.join("; ", tried ? failed : notTried);
  }

  /** Every outcome that forks saw, and the acceptable ones that they did not. */
  static List<OutcomeCount> outcomes(Scenario scenario, List<ForkResult> results) {
    Map<String, Long> counts = new TreeMap<>();
    for (ForkResult result : results) {
      result
          .outcomes()
          .forEach((outcome, count) -> counts.merge(Outcome.asListed(outcome), count, Long::sum));
    }
    TestInfo info = RaceTests.all().of(scenario.name());
    Map<String, StateCase> expected = new LinkedHashMap<>();
    for (StateCase expectation : info.cases()) {
      expected.put(expectation.matchPattern(), expectation);
      counts.putIfAbsent(expectation.matchPattern(), 0L);
    }
    List<OutcomeCount> outcomes = new ArrayList<>();
    counts.forEach(
        (outcome, count) -> outcomes.add(outcome(scenario, outcome, count, expected.get(outcome))));
    return outcomes;
  }

  private static OutcomeCount outcome(
      Scenario scenario, String outcome, long count, @Nullable StateCase expectation) {
    EnumSet<Claim> breaks = EnumSet.noneOf(Claim.class);
    breaks.addAll(Outcome.brokenClaims(outcome));
    Expect expect = expectation == null ? Expect.FORBIDDEN : expectation.expect();
    if (expect == Expect.FORBIDDEN && breaks.isEmpty()) {
      // The audit saw nothing wrong, but no legal outcome looks like this: the scenario's first
      // claim takes the blame.
      breaks.add(scenario.claims().get(0));
    }
    String description = expectation == null ? "" : expectation.description();
    return new OutcomeCount(outcome, expect.name(), count, description, List.copyOf(breaks));
  }

  private static List<Configuration> configurations(List<ForkResult> results) {
    Map<String, Long> samples =
        results.stream()
            .filter(result -> result.end() != ForkEnd.Kind.NOT_TRIED)
            .collect(
                Collectors.groupingBy(
                    result -> String.join(" ", result.jvmArgs()),
                    TreeMap::new,
                    Collectors.summingLong(ForkResult::samples)));
    return samples.entrySet().stream()
        .map(entry -> new Configuration(entry.getKey(), entry.getValue()))
        .toList();
  }
}
