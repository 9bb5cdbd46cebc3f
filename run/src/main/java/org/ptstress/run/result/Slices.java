package org.ptstress.run.result;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;

/** Joins the slices of explorations to wholes. */
public final class Slices {
  /** Of all slices the shortest trace was kept. */
  private static final Comparator<ExploredWitness> WITH_TRACE_AND_NEAREST_FIRST =
      Comparator.comparing((ExploredWitness each) -> each.trace().isEmpty())
          .thenComparing(each -> each.bound().preemptions() + each.bound().staleReads());

  private Slices() {}

  /**
   * Joins slices of the same exploration to one row. It ran if all slices did; witnesses count in
   * any case. Nothing is exhausted beyond what all slices are.
   *
   * @param rows explorations and slices of explorations, each slice once
   * @return a row for each scenario of a design, in the order of the first rows of each
   */
  public static List<ExplorationResult> joined(List<ExplorationResult> rows) {
    if (rows.stream().allMatch(row -> row.slice() == null)) {
      return rows;
    }
    Map<List<String>, List<ExplorationResult>> wholes =
        rows.stream()
            .collect(
                groupingBy(
                    row -> List.of(row.design(), row.scenario()), LinkedHashMap::new, toList()));
    return wholes.values().stream().map(Slices::whole).toList();
  }

  private static ExplorationResult whole(List<ExplorationResult> slices) {
    ExplorationResult first = slices.get(0);
    if (first.slice() == null) {
      return first;
    }
    List<ExplorationResult> ran =
        slices.stream().filter(row -> row.status() == RunStatus.RUN).toList();
    boolean isWhole = ran.size() == first.slice().of();
    return new ExplorationResult(
        first.design(),
        first.scenario(),
        first.description(),
        first.claims(),
        isWhole ? RunStatus.RUN : RunStatus.NOT_RUN,
        isWhole ? "" : lacks(first.slice().of(), slices),
        isWhole ? exhausted(ran) : null,
        slices.stream().mapToLong(ExplorationResult::executions).sum(),
        slices.stream().mapToLong(ExplorationResult::walks).sum(),
        slices.stream().mapToDouble(ExplorationResult::seconds).sum(),
        nearest(slices),
        null);
  }

  /** Which slices have no result, and why the first of them has none. */
  private static String lacks(int of, List<ExplorationResult> slices) {
    Map<Integer, String> reasons = new TreeMap<>();
    IntStream.rangeClosed(1, of).forEach(number -> reasons.put(number, "it is in no folder"));
    for (ExplorationResult row : slices) {
      int number = requireNonNull(row.slice()).number();
      if (row.status() == RunStatus.RUN) {
        reasons.remove(number);
      } else {
        reasons.put(number, row.reason());
      }
    }
    return "of "
        + of
        + " slices "
        + reasons.keySet().stream().map(String::valueOf).collect(joining(", "))
        + " did not run: "
        + reasons.values().iterator().next();
  }

  /** The smaller bound of all; none if what was divided was not the same. */
  private static @Nullable Bound exhausted(List<ExplorationResult> slices) {
    long trees = slices.stream().map(row -> requireNonNull(row.slice()).tree()).distinct().count();
    if (trees > 1 || slices.stream().anyMatch(row -> row.exhausted() == null)) {
      return null;
    }
    return slices.stream()
        .map(row -> requireNonNull(row.exhausted()))
        .reduce(
            (one, other) ->
                new Bound(
                    Math.min(one.preemptions(), other.preemptions()),
                    Math.min(one.staleReads(), other.staleReads())))
        .orElse(null);
  }

  /** One witness against each claim: what has a trace, or is nearest to the plainest execution. */
  private static List<ExploredWitness> nearest(List<ExplorationResult> slices) {
    Map<Claim, ExploredWitness> kept = new LinkedHashMap<>();
    slices.stream()
        .flatMap(row -> row.broken().stream())
        .sorted(WITH_TRACE_AND_NEAREST_FIRST)
        .forEach(witness -> kept.putIfAbsent(witness.claim(), witness));
    return List.copyOf(kept.values());
  }
}
