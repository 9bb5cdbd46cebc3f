package org.ptstress.reports.pairs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ptstress.run.cost.Blame;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.PairRow;

/**
 * A location, and the pairs of operations that it makes conflict.
 *
 * @param culprit the location, as the first of the pairs shares it
 * @param pairs the pairs, at least one
 */
public record SharedLocation(Culprit culprit, List<PairRow> pairs) {
  public SharedLocation {
    pairs = List.copyOf(pairs);
  }

  /**
   * The locations of a design, those ahead of which nothing but the design demands that they are
   * shared.
   *
   * @param conflicts which of its operations conflict
   * @return each location once
   */
  public static List<SharedLocation> of(Conflicts conflicts) {
    List<PairRow> pairs = new ArrayList<>(conflicts.pairs());
    pairs.sort(Comparator.comparing(pair -> pair.blame() != Blame.DESIGN));
    Map<String, List<PairRow>> sharing = new LinkedHashMap<>();
    Map<String, Culprit> first = new LinkedHashMap<>();
    for (PairRow pair : pairs) {
      for (Culprit culprit : pair.culprits()) {
        List<PairRow> all = sharing.computeIfAbsent(culprit.location(), key -> new ArrayList<>());
        first.putIfAbsent(culprit.location(), culprit);
        if (!all.contains(pair)) {
          all.add(pair);
        }
      }
    }
    List<SharedLocation> locations = new ArrayList<>();
    first.forEach(
        (location, culprit) ->
            locations.add(new SharedLocation(culprit, sharing.getOrDefault(location, List.of()))));
    return locations;
  }

  /**
   * The pairs in short.
   *
   * @return the first, and how many more there are
   */
  public String sharedBy() {
    PairRow pair = pairs.get(0);
    return pair.first().text()
        + " + "
        + pair.second().text()
        + ", "
        + pair.relation().text()
        + (pairs.size() == 1 ? "" : ", and " + (pairs.size() - 1) + " more");
  }
}
