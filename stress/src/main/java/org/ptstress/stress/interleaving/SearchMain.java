package org.ptstress.stress.interleaving;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.fault.Fault;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.process.ParentLink;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.stress.scenario.Scenarios;

/**
 * The child JVM of the searches. Arguments: the two figures of the budget, whether to stop at a
 * design's first broken claim, then one for each {@link Search}. Sends a {@link #RESULT} for each
 * search, and before that a {@link #SHOWN} for each counterexample of its scenario.
 */
public final class SearchMain {
  /** The kind of the message that holds a result; its label is the search. */
  static final String RESULT = "result";

  /** The kind of the message that holds the counterexamples so far of a running search. */
  static final String SHOWN = "shown";

  /** The kind of the message that reports that the JVM is still starting. */
  static final String STARTING = "starting";

  private static final int FIRST_SEARCH = 3;

  private SearchMain() {}

  /**
   * Runs the searches.
   *
   * @param args see the class
   * @throws IOException if the parent is gone
   */
  public static void main(String[] args) throws IOException {
    SearchBudget budget = new SearchBudget(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    boolean stopAtBroken = Boolean.parseBoolean(args[2]);
    ParentLink parent = ParentLink.open();
    // Parsed first, so that an unknown design fails at once.
    List<Search> searches = Arrays.stream(args).skip(FIRST_SEARCH).map(Search::parse).toList();
    warmUp(Designs.named(Designs.YARDSTICK), parent);
    Set<String> shown = new HashSet<>();
    Set<String> broken = new HashSet<>();
    for (Search search : searches) {
      String design = search.design().name();
      InterleavingResult result =
          stopAtBroken && broken.contains(design)
              ? search.notRun("the design had already broken a claim")
              : run(
                  search,
                  budget,
                  stopAtBroken,
                  shown,
                  soFar -> parent.send(SHOWN, search.label(), soFar));
      for (BrokenClaim claim : result.broken()) {
        shown.add(design + claim.claim());
        broken.add(design);
      }
      parent.send(RESULT, search.label(), result);
    }
    // Lincheck may leave threads of an abandoned search behind, and a shutdown hook may hang.
    ParentLink.end();
  }

  /**
   * Attaches Lincheck and makes it load and transform common classes. That takes seconds on a busy
   * machine, so progress messages keep it from counting towards the timeout of the first search.
   * Uses the yardstick, because a design under test might hang.
   */
  private static void warmUp(Design yardstick, ParentLink parent) {
    Thread heartbeat =
        new Thread(
            () -> {
              while (!Thread.interrupted()) {
                parent.send(STARTING, "", "");
                try {
                  TimeUnit.SECONDS.sleep(1);
                } catch (InterruptedException e) {
                  return;
                }
              }
            },
            "heartbeat");
    heartbeat.setDaemon(true);
    // Loads the classes of a message. A class that another thread loads while Lincheck transforms
    // one can deadlock with it: its transformer holds a bin of one map and waits for another's.
    parent.send(STARTING, "", "");
    heartbeat.start();
    LincheckAgent.keep();
    InterleavingSearch.search(yardstick, Scenarios.TWO_PROCESSES, Set.of(), 1, 1, soFar -> {});
    heartbeat.interrupt();
  }

  private static InterleavingResult run(
      Search search,
      SearchBudget budget,
      boolean stopAtBroken,
      Set<String> shown,
      Consumer<InterleavingResult> soFar) {
    Scenario scenario = search.scenario();
    if (scenario == null) {
      return IdSearch.search(search.design(), budget.each());
    }
    return InterleavingSearch.search(
        search.design(),
        scenario,
        search.ignored(),
        first(search, budget, shown),
        stopAtBroken ? 0 : budget.each(),
        soFar);
  }

  /** The budget until the first claim breaks, larger for an admitted defect not yet shown. */
  private static int first(Search search, SearchBudget budget, Set<String> shown) {
    Design design = search.design();
    Claim claim = search.claims().get(0);
    boolean admitted =
        design.promises().on(claim).expectation().isBroken()
            && !shown.contains(design.name() + claim);
    boolean seeded = design instanceof Fault fault && search.claims().contains(fault.claim());
    if (admitted || seeded) {
      return budget.admitted();
    }
    return budget.each();
  }
}
