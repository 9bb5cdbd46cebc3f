package org.ptstress.bench.fork;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ptstress.bench.plan.Workloads;
import org.ptstress.run.measurement.Row;

/**
 * Selects the forks that are samples, and the rows that get another one. A fork whose threads did
 * not really run in parallel is none: on contended code a stolen CPU makes the score better,
 * elsewhere worse.
 */
final class ForkSelection {
  /** One fork gives no interval, and each further one is worse than those before. */
  private static final int STAND_INS = 2;

  private ForkSelection() {}

  /**
   * The forks of a row that its result consists of: those that are not stolen, however few, and
   * those with failed operations, which count whoever had the CPUs. Only if there are none, the
   * {@code min(wanted, 2)} with the highest {@code cpus} stand in for them, so that no row is
   * missing.
   *
   * @param forks all forks of the row
   * @param wanted the number of planned forks
   * @return in the order of {@code forks}
   */
  static List<Fork> samples(List<Fork> forks, int wanted) {
    List<Fork> unstolen =
        forks.stream().filter(fork -> !fork.isStolen() || fork.hasFailures()).toList();
    if (!unstolen.isEmpty()) {
      return unstolen;
    }
    List<Fork> best =
        forks.stream()
            .sorted(Comparator.comparingDouble(Fork::cpus).reversed())
            .limit(Math.min(wanted, STAND_INS))
            .toList();
    return forks.stream().filter(best::contains).toList();
  }

  /**
   * The row that a rerun helps most. Lookups by several threads come first: there a stolen CPU
   * flatters the design that contends. Then the rows take turns, and of those with equally many
   * reruns the one with the fewest forks that are not stolen comes first.
   *
   * @param wanted the number of forks that were planned for each row
   * @param forks those that have run
   * @return empty if no row lacks one
   */
  static Optional<Row> rerun(Map<Row, Integer> wanted, Map<Row, List<Fork>> forks) {
    Comparator<Row> byUse =
        Comparator.<Row, Boolean>comparing(row -> !isContendedFind(row))
            .thenComparingInt(row -> of(row, forks).size() - wanted.getOrDefault(row, 0))
            .thenComparingInt(row -> unstolen(of(row, forks)));
    return lackingRows(wanted, forks).map(Map.Entry::getKey).min(byUse);
  }

  /** The number of forks that the rows lack together, without stolen ones. */
  static int lacking(Map<Row, Integer> wanted, Map<Row, List<Fork>> forks) {
    return lackingRows(wanted, forks)
        .mapToInt(row -> row.getValue() - unstolen(of(row.getKey(), forks)))
        .sum();
  }

  private static Stream<Map.Entry<Row, Integer>> lackingRows(
      Map<Row, Integer> wanted, Map<Row, List<Fork>> forks) {
    return wanted.entrySet().stream()
        .filter(row -> unstolen(of(row.getKey(), forks)) < row.getValue());
  }

  private static List<Fork> of(Row row, Map<Row, List<Fork>> forks) {
    return forks.getOrDefault(row, List.of());
  }

  private static int unstolen(List<Fork> forks) {
    return (int) forks.stream().filter(fork -> !fork.isStolen()).count();
  }

  private static boolean isContendedFind(Row row) {
    return row.benchmark().equals(Workloads.FIND) && row.threads() > 1;
  }
}
