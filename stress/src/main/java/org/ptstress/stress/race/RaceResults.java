package org.ptstress.stress.race;

import java.util.ArrayList;
import java.util.Collection;
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
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestList;
import org.ptstress.model.Claim;
import org.ptstress.model.spec.Outcome;
import org.ptstress.model.spec.Scenario;
import org.ptstress.stress.result.Configuration;
import org.ptstress.stress.result.OutcomeCount;
import org.ptstress.stress.result.RaceResult;
import org.ptstress.stress.result.RunStatus;

/**
 * Turns what jcstress reported into a row for each scenario. A scenario counts as run only if every
 * configuration ended normally and there are samples: everything else that jcstress passes over in
 * silence is a reason here.
 */
final class RaceResults {
  private RaceResults() {}

  /** The name of a scenario's jcstress test. */
  static String testName(Scenario scenario) {
    return RaceResults.class.getPackageName() + "." + scenario.name();
  }

  /**
   * The row of a scenario.
   *
   * @param design the design's name
   * @param scenario the scenario
   * @param all everything that jcstress reported for the design
   * @param cpus how many CPUs it could use
   * @param missing why there may be no results at all, or null
   * @param log where jcstress's output is, relative to the run folder
   */
  static RaceResult row(
      String design,
      Scenario scenario,
      Collection<TestResult> all,
      int cpus,
      @Nullable String missing,
      String log) {
    List<TestResult> results =
        all.stream().filter(result -> result.getName().equals(testName(scenario))).toList();
    int actors = scenario.actors().size();
    boolean tooFewCpus = results.isEmpty() && missing == null && actors > cpus;
    String reason = reason(results, actors, cpus, missing);
    long samples = results.stream().mapToLong(TestResult::getTotalCount).sum();
    return new RaceResult(
        design,
        scenario.name(),
        scenario.description(),
        actors,
        scenario.claims(),
        reason.isEmpty() ? RunStatus.RUN : RunStatus.NOT_RUN,
        reason,
        tooFewCpus,
        samples,
        outcomes(scenario, results),
        configurations(results),
        reason.isEmpty() || tooFewCpus ? null : log);
  }

  private static String reason(
      List<TestResult> results, int actors, int cpus, @Nullable String missing) {
    if (missing != null) {
      return missing;
    }
    if (results.isEmpty() && actors > cpus) {
      return "it needs " + actors + " CPUs and the machine has " + cpus;
    }
    if (results.isEmpty()) {
      return "jcstress reported nothing about it";
    }
    Set<String> failed = new TreeSet<>();
    for (TestResult result : results) {
      if (result.status() != Status.NORMAL) {
        failed.add(status(result.status()));
      } else if (result.getTotalCount() == 0) {
        failed.add("a configuration produced no samples");
      }
    }
    return String.join("; ", failed);
  }

  private static String status(Status status) {
    return switch (status) {
      case NORMAL -> "";
      case TIMEOUT_ERROR -> "a JVM did not end in time";
      case VM_ERROR -> "a JVM crashed";
      case API_MISMATCH -> "a class or method is missing in the JVM that raced";
      case CHECK_TEST_ERROR, TEST_ERROR -> "an actor threw an exception";
    };
  }

  private static List<OutcomeCount> outcomes(Scenario scenario, List<TestResult> results) {
    Map<String, Long> counts = new TreeMap<>();
    for (TestResult result : results) {
      for (String outcome : result.getStateKeys()) {
        counts.merge(outcome, result.getCount(outcome), Long::sum);
      }
    }
    TestInfo info = TestList.getInfo(testName(scenario));
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

  private static List<Configuration> configurations(List<TestResult> results) {
    Map<String, Long> samples =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> String.join(" ", result.getConfig().jvmArgs),
                    TreeMap::new,
                    Collectors.summingLong(TestResult::getTotalCount)));
    return samples.entrySet().stream()
        .map(entry -> new Configuration(entry.getKey(), entry.getValue()))
        .toList();
  }
}
