package org.ptstress.stress.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ptstress.model.spec.IdRule;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.run.kernel.KernelOutcome;
import org.ptstress.stress.scenario.Scenarios;

/**
 * The scenarios that two threads of one process, one of which may exit, can race on a kernel.
 * Outcomes are checked with the same oracle as the model's. The narrow ids of a scenario stand for
 * the kernel's from the top: the largest for INT_MAX.
 */
final class KernelRaces {
  /** The scenarios, in the order in which they are raced. */
  static final List<Scenario> ALL =
      List.of(
          Scenarios.WRAP_AROUND,
          Scenarios.CREATE_AGAINST_FIND,
          Scenarios.DELETE_AGAINST_FIND,
          Scenarios.DELETE_AGAINST_DELETE,
          Scenarios.RESTORE_AGAINST_RESTORE,
          Scenarios.EXIT_AGAINST_CREATE);

  private static final Set<Scenario> EXACT =
      Set.of(Scenarios.WRAP_AROUND, Scenarios.RESTORE_AGAINST_RESTORE);

  /** The timeout of a race, which takes minutes if a busy machine keeps threads apart. */
  private static final int LIMIT_SECONDS = 6;

  private KernelRaces() {}

  /** Whether a scenario needs exact ids, which are also needed to bring a counter near its end. */
  static boolean needsExactIds(Scenario scenario) {
    return EXACT.contains(scenario);
  }

  /** Whether a scenario needs a separate user, whose charge shows a leak. */
  static boolean needsUser(Scenario scenario) {
    return scenario.equals(Scenarios.EXIT_AGAINST_CREATE);
  }

  /**
   * Races a scenario.
   *
   * @param kernel the kernel
   * @param scenario the scenario
   * @param rounds the maximum number of rounds
   * @return each outcome that was seen
   * @throws IOException if the kernel is lost
   * @throws InterruptedException if this thread is interrupted
   */
  static List<KernelOutcome> race(RunningKernel kernel, Scenario scenario, long rounds)
      throws IOException, InterruptedException {
    return tally(
        scenario,
        kernel.ask("race " + scenario.name() + " " + rounds + " " + LIMIT_SECONDS + "\n"));
  }

  /**
   * Classifies a tally.
   *
   * @param scenario the scenario
   * @param lines a line for each outcome: its count and its text
   * @return the outcomes
   * @throws IOException if a line is none
   */
  static List<KernelOutcome> tally(Scenario scenario, List<String> lines) throws IOException {
    Set<String> legal = new ScenarioPlan(scenario).legalOutcomes();
    List<KernelOutcome> outcomes = new ArrayList<>();
    for (String line : lines) {
      if (!line.matches("\\d+ .+")) {
        throw new IOException("The race " + scenario.name() + " did not run: " + line);
      }
      String[] words = line.split(" ", 2);
      outcomes.add(
          new KernelOutcome(
              words[1], Long.parseLong(words[0]), isLegal(words[1], legal, scenario)));
    }
    return outcomes;
  }

  private static boolean isLegal(String outcome, Set<String> legal, Scenario scenario) {
    List<Integer> ids =
        Arrays.stream(outcome.split("[ ,]+"))
            .filter(word -> word.matches("\\d+"))
            .map(Integer::valueOf)
            .toList();
    boolean areUnique = new HashSet<>(ids).size() == ids.size();
    boolean areRight =
        scenario.idRules().stream()
            .allMatch(rule -> idsOf(rule, scenario.idBits()).containsAll(ids));
    return areUnique && areRight && legal.contains(outcome.replaceAll(" \\d+", ""));
  }

  private static Set<Integer> idsOf(IdRule rule, int idBits) {
    int top = (1 << idBits) - 1;
    return rule.ids().stream()
        .map(id -> id == top ? Integer.MAX_VALUE : id)
        .collect(Collectors.toSet());
  }
}
