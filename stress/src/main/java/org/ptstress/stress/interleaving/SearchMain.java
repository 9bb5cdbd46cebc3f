package org.ptstress.stress.interleaving;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.spec.Scenario;
import org.ptstress.stress.result.InterleavingResult;

/**
 * The child JVM of the searches. Arguments: the budget, then {@code DESIGN/SCENARIO} for each
 * search. Prints one line of JSON for each result, after {@link #RESULT}.
 */
public final class SearchMain {
  /** Starts a line that holds a result. */
  static final String RESULT = "result ";

  private static final int LONGER = 10;

  private SearchMain() {}

  /**
   * Runs the searches.
   *
   * @param args see the class
   * @throws IOException if a result cannot be written as JSON
   */
  public static void main(String[] args) throws IOException {
    int budget = Integer.parseInt(args[0]);
    ObjectMapper mapper = new ObjectMapper();
    PrintStream out = System.out;
    List<Design> designs = Designs.all();
    Set<String> shown = new HashSet<>();
    for (String search : Arrays.asList(args).subList(1, args.length)) {
      String[] names = search.split("/", 2);
      Design design =
          designs.stream().filter(d -> d.name().equals(names[0])).findFirst().orElseThrow();
      Scenario scenario = SearchRunner.scenario(names[1]);
      InterleavingResult result =
          InterleavingSearch.search(
              design, scenario, first(design, scenario, budget, shown), budget);
      result.broken().forEach(broken -> shown.add(design.name() + broken.claim()));
      out.println(RESULT + mapper.writeValueAsString(result));
      out.flush();
    }
    // Lincheck may leave threads of an abandoned search behind.
    System.exit(0);
  }

  /** A defect that the design admits to, and that no search has shown yet, is looked for longer. */
  private static int first(Design design, Scenario scenario, int budget, Set<String> shown) {
    Claim claim = scenario.claims().get(0);
    boolean admitted = design.promises().on(claim).expectation() == Expectation.BROKEN;
    return admitted && !shown.contains(design.name() + claim) ? budget * LONGER : budget;
  }
}
