package org.ptstress.stress.engine.litmus;

import java.util.Set;
import java.util.TreeSet;
import org.ptstress.stress.engine.explore.Ending;
import org.ptstress.stress.engine.explore.Explorer;
import org.ptstress.stress.engine.explore.Rule;
import org.ptstress.stress.engine.explore.Search;

/**
 * The explorer's result for a litmus test.
 *
 * @param test the test
 * @param seen the outcomes of all its executions
 * @param executions how many there were
 */
public record LitmusResult(Litmus test, Set<String> seen, long executions) {
  /**
   * Explores all executions of a test.
   *
   * @param test the test
   * @param rules the rules of the memory model
   * @return its outcomes
   */
  public static LitmusResult of(Litmus test, Set<Rule> rules) {
    try (Explorer explorer = new Explorer(rules, Litmus::treatment)) {
      return of(test, explorer);
    }
  }

  private static LitmusResult of(Litmus test, Explorer explorer) {
    Set<String> seen = new TreeSet<>();
    Search search =
        new Search(explorer, test, (ending, distance) -> Set.of(text(ending)), () -> true);
    search.initialise();
    search.exhaustAll();
    seen.addAll(search.witnesses().keySet());
    if (!search.isConsistent()) {
      seen.add("inconsistent");
    }
    return new LitmusResult(test, seen, search.executions());
  }

  /**
   * Explores all tests until one fails.
   *
   * @param rules the rules of the memory model
   * @return the failure, a sentence without a full stop, or "" without one
   */
  public static String problem(Set<Rule> rules) {
    for (Litmus test : Litmus.all()) {
      LitmusResult result = of(test, rules);
      if (!result.isExact()) {
        return "the litmus test \"%s\" has the outcomes %s instead of %s"
            .formatted(test, String.join(" ", result.seen()), String.join(" ", test.allowed()));
      }
    }
    return "";
  }

  private static String text(Ending ending) {
    return ending.kind() == Ending.Kind.DONE ? ending.text() : ending.kind().name();
  }

  /**
   * Whether exactly the allowed outcomes were seen.
   *
   * @return false if the explorer cannot be trusted
   */
  public boolean isExact() {
    return seen.equals(test.allowed());
  }
}
