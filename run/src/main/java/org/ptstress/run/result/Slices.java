package org.ptstress.run.result;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;

/** Joins slices into whole explorations. */
public final class Slices {
  /** Only the shortest trace of all slices was kept, so a witness with a trace goes first. */
  private static final Comparator<ExploredWitness> WITH_TRACE_AND_NEAREST_FIRST =
      Comparator.comparing((ExploredWitness each) -> each.trace().isEmpty())
          .thenComparing(each -> each.bound().preemptions() + each.bound().staleReads());

  private Slices() {}

  /**
   * Joins the slices of each exploration into one row. The row ran if all slices did; witnesses
   * count in any case. It exhausts only bounds that every slice exhausted.
   *
   * @param rows explorations and slices, with all rows of what ran twice
   * @return a row for each divided scenario of a design, and the rows of those that are not
   *     divided, in the order of the first rows of each
   */
  public static List<ExplorationResult> joined(List<ExplorationResult> rows) {
    Map<List<String>, List<ExplorationResult>> wholes =
        rows.stream()
            .collect(
                groupingBy(
                    row -> List.of(row.design(), row.scenario()), LinkedHashMap::new, toList()));
    return wholes.values().stream()
        .flatMap(of -> of.get(0).slice() == null ? of.stream() : Stream.of(whole(of)))
        .toList();
  }

  private static ExplorationResult whole(List<ExplorationResult> slices) {
    ExplorationResult first = slices.get(0);
    int of = requireNonNull(first.slice()).of();
    // A second run of a slice adds its witnesses, but does not count as another slice.
    Map<Integer, ExplorationResult> ran = new TreeMap<>();
    slices.stream()
        .filter(row -> row.status() == RunStatus.RUN)
        .forEach(row -> ran.putIfAbsent(number(row), row));
    boolean isWhole = ran.size() == of;
    return new ExplorationResult(
        first.design(),
        first.scenario(),
        first.description(),
        first.claims(),
        isWhole ? RunStatus.RUN : RunStatus.NOT_RUN,
        isWhole ? "" : lacks(of, ran.keySet(), slices),
        isWhole ? exhausted(ran.values()) : null,
        ran.values().stream().mapToLong(ExplorationResult::executions).sum(),
        ran.values().stream().mapToLong(ExplorationResult::walks).sum(),
        ran.values().stream().mapToDouble(ExplorationResult::seconds).sum(),
        nearest(slices),
        null);
  }

  private static int number(ExplorationResult row) {
    return requireNonNull(row.slice()).number();
  }

  /**
   * Names the slices without a result, with the reason of one of them, preferably one that was
   * planned here.
   */
  private static String lacks(int of, Set<Integer> ran, List<ExplorationResult> slices) {
    List<Integer> lost =
        IntStream.rangeClosed(1, of).filter(number -> !ran.contains(number)).boxed().toList();
    String reason =
        slices.stream()
            .filter(row -> lost.contains(number(row)))
            .map(ExplorationResult::reason)
            .min(Comparator.comparing(Evidence.ELSEWHERE::equals))
            .orElse("it is in no folder");
    return "of "
        + of
        + " slices "
        + lost.stream().map(String::valueOf).collect(joining(", "))
        + " did not run: "
        + reason;
  }

  /** The smallest bound of all slices; null if they divide different trees. */
  private static @Nullable Bound exhausted(Collection<ExplorationResult> slices) {
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

  /**
   * One witness against each claim: the one with a trace, or the nearest to the plainest execution.
   * If it needs weak memory, one that does not is kept, too, because it breaks more promises.
   */
  private static List<ExploredWitness> nearest(List<ExplorationResult> slices) {
    Map<Claim, List<ExploredWitness>> all =
        slices.stream()
            .flatMap(row -> row.broken().stream())
            .sorted(WITH_TRACE_AND_NEAREST_FIRST)
            .collect(groupingBy(ExploredWitness::claim, LinkedHashMap::new, toList()));
    return all.values().stream()
        .flatMap(
            of ->
                Stream.concat(of.stream().limit(1), of.stream().filter(Slices::isOrder).limit(1))
                    .distinct())
        .toList();
  }

  /** Whether sequentially consistent memory suffices for it. */
  private static boolean isOrder(ExploredWitness witness) {
    return Boolean.FALSE.equals(witness.weakMemory());
  }
}
