package org.ptstress.reports.gate;

import java.util.List;
import java.util.Map;

/**
 * What one run measured for one design in one benchmark.
 *
 * @param benchmark the benchmark's full name, class and method
 * @param design the design's name
 * @param otherParams the benchmark's parameters, without the design
 * @param threads the number of threads, at least 1
 * @param score the speed as the run states it, in operations per unit of time: higher is better. A
 *     sound score is finite and above zero; the gate reports any other
 * @param forks the speed of each fork that is a sample, in the unit of {@code score}; none of a row
 *     with failed operations
 * @param stolen how many forks are no samples, because their threads lacked CPUs: 0, or all there
 *     were, and then the score says nothing
 */
public record Measurement(
    String benchmark,
    String design,
    Map<String, String> otherParams,
    int threads,
    double score,
    List<Double> forks,
    int stolen) {
  private static final double SAME_DRAW = 1e-9;

  /** Copies the collections. */
  public Measurement {
    otherParams = Map.copyOf(otherParams);
    forks = List.copyOf(forks);
  }

  /** A measurement whose forks all had their CPUs. */
  public Measurement(
      String benchmark,
      String design,
      Map<String, String> otherParams,
      int threads,
      double score,
      List<Double> forks) {
    this(benchmark, design, otherParams, threads, score, forks, 0);
  }

  Cell cell() {
    return new Cell(benchmark, otherParams, threads);
  }

  /**
   * Whether the forks are another measurement's, each times the same constant. Two measurements
   * that were really made never agree to nine digits in every fork.
   */
  boolean hasForksOf(Measurement other) {
    if (forks.size() != other.forks.size() || forks.size() < 2) {
      return false;
    }
    double factor = forks.get(0) / other.forks.get(0);
    for (int i = 1; i < forks.size(); i++) {
      double ratio = forks.get(i) / other.forks.get(i);
      if (!(Math.abs(ratio / factor - 1) < SAME_DRAW)) {
        return false;
      }
    }
    return true;
  }

  String label() {
    return cell().label(design);
  }

  /** Whether the score and every fork can stand in a ratio: finite and above zero. */
  boolean isSound() {
    return isSpeed(score) && forks.stream().allMatch(Measurement::isSpeed);
  }

  private static boolean isSpeed(double value) {
    return Double.isFinite(value) && value > 0;
  }
}
