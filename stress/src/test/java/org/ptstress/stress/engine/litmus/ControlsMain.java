package org.ptstress.stress.engine.litmus;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ptstress.run.process.ParentLink;
import org.ptstress.stress.engine.choice.Bounds;
import org.ptstress.stress.engine.explore.Explorer;
import org.ptstress.stress.engine.explore.Program;
import org.ptstress.stress.engine.explore.Rule;
import org.ptstress.stress.engine.explore.Search;

/** A child JVM with the engine: runs the tests, and then without each rule in turn. */
final class ControlsMain {
  private static final Bounds NONE_EXCLUDED = new Bounds(99, 99);

  private ControlsMain() {}

  /** What a test came to. */
  record Row(String test, Set<String> seen, Set<String> allowed, long started, long executions) {
    static Row of(LitmusResult result) {
      return new Row(
          result.test().toString(),
          result.seen(),
          result.test().allowed(),
          result.executions(),
          result.executions());
    }
  }

  public static void main(String[] args) throws Exception {
    ParentLink parent = ParentLink.open();
    List<Litmus> tests = Litmus.all();
    for (int i = 0; i < tests.size(); i++) {
      parent.send("row", "" + i, Row.of(LitmusResult.of(tests.get(i), Rule.all())));
    }
    parent.send("complete", "", tests.stream().mapToLong(ControlsMain::complete).sum());
    List<Litmus> random = RandomPrograms.all();
    for (int i = 0; i < random.size(); i++) {
      parent.send("bounded", "" + i, bounded(random.get(i)));
    }
    List<Litmus> waits = Waits.all();
    for (int i = 0; i < waits.size(); i++) {
      parent.send("wait", "" + i, Row.of(LitmusResult.of(waits.get(i), Rule.all())));
    }
    for (Rule rule : Rule.values()) {
      Set<Rule> rules = Rule.all();
      rules.remove(rule);
      parent.send("problem", rule.name(), LitmusResult.problem(rules));
    }
    ParentLink.end();
  }

  /**
   * A program within bounds that exclude nothing, whose outcomes must be those without bounds,
   * where no preemption is left out; counts the executions that were started.
   */
  private static Row bounded(Litmus test) {
    Set<String> seen = new TreeSet<>();
    Started program = new Started(test);
    try (Explorer explorer = new Explorer(Rule.all(), Litmus::treatment)) {
      Search search =
          new Search(
              explorer,
              program,
              (ending, distance) -> {
                seen.add(ending.text());
                return Set.of();
              },
              () -> true);
      search.initialise();
      program.count = 0;
      search.exhaust(NONE_EXCLUDED);
      Set<String> all = LitmusResult.of(test, Rule.all()).seen();
      return new Row(test.toString(), seen, all, program.count, search.executions());
    }
  }

  /** Counts how often a test is started. */
  private static final class Started implements Program {
    private final Litmus test;
    private long count;

    Started(Litmus test) {
      this.test = test;
    }

    @Override
    public int actors() {
      return test.actors();
    }

    @Override
    public Run start() {
      count++;
      return test.start();
    }
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
