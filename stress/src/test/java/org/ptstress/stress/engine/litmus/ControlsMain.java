package org.ptstress.stress.engine.litmus;

import java.util.List;
import java.util.Set;
import org.ptstress.run.process.ParentLink;
import org.ptstress.stress.engine.explore.Explorer;
import org.ptstress.stress.engine.explore.Rule;
import org.ptstress.stress.engine.explore.Search;

/** A child JVM with the engine: runs the tests, and then without each rule in turn. */
final class ControlsMain {
  private ControlsMain() {}

  /** What a test came to. */
  record Row(String test, Set<String> seen, Set<String> allowed, long executions) {}

  public static void main(String[] args) throws Exception {
    ParentLink parent = ParentLink.open();
    List<Litmus> tests = Litmus.all();
    for (int i = 0; i < tests.size(); i++) {
      LitmusResult result = LitmusResult.of(tests.get(i), Rule.all());
      parent.send(
          "row",
          "" + i,
          new Row(
              tests.get(i).toString(), result.seen(), tests.get(i).allowed(), result.executions()));
    }
    parent.send("complete", "", tests.stream().mapToLong(ControlsMain::complete).sum());
    List<Litmus> waits = Waits.all();
    for (int i = 0; i < waits.size(); i++) {
      LitmusResult result = LitmusResult.of(waits.get(i), Rule.all());
      parent.send(
          "wait",
          "" + i,
          new Row(
              waits.get(i).toString(), result.seen(), waits.get(i).allowed(), result.executions()));
    }
    for (Rule rule : Rule.values()) {
      Set<Rule> rules = Rule.all();
      rules.remove(rule);
      parent.send("problem", rule.name(), LitmusResult.problem(rules));
    }
    ParentLink.end();
  }

  /** The executions of a test that are not equivalent to others. */
  private static long complete(Litmus test) {
    long[] complete = new long[1];
    try (Explorer explorer = new Explorer(Rule.all(), Litmus::treatment)) {
      Search search =
          new Search(
              explorer,
              test,
              (ending, distance) -> {
                complete[0]++;
                return Set.of();
              },
              () -> true);
      search.initialise();
      search.exhaustAll();
    }
    return complete[0];
  }
}
