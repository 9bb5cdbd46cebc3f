package org.ptstress.bench.latency;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes up the rates until the operations cannot keep up any more. The sweep ends with the second
 * saturated rate in a row, not with the first, which may have been a chance.
 *
 * <p>A load that fell behind while another process had its CPUs is no sample: it is measured again,
 * and left out if it happens again when the repetitions are used up. One is kept if no other is
 * left.
 */
final class Sweep {
  private static final int SATURATED_IN_A_ROW = 2;

  private final Load load;
  private int repetitions;

  /**
   * A sweep.
   *
   * @param repetitions the number of loads that may be measured again in all, from 0
   * @param load measures at one rate
   */
  Sweep(int repetitions, Load load) {
    this.repetitions = repetitions;
    this.load = load;
  }

  /** A load at one rate after the other. */
  @FunctionalInterface
  interface Load {
    /**
     * Measures at one rate; blocking.
     *
     * @param step the rate, and how long
     * @return what came of it
     * @throws InterruptedException if the calling thread is interrupted
     */
    LoadResult measure(LoadStep step) throws InterruptedException;
  }

  /**
   * Runs the sweep; blocking; once.
   *
   * @param steps the rates, from the lowest to the highest, at least one
   * @return the results that count, at least one
   * @throws InterruptedException if the calling thread is interrupted
   */
  List<LoadResult> run(List<LoadStep> steps) throws InterruptedException {
    List<LoadResult> results = new ArrayList<>();
    List<LoadResult> stolen = new ArrayList<>();
    int saturated = 0;
    for (LoadStep step : steps) {
      LoadResult result = measure(step);
      if (result.isStolen()) {
        stolen.add(result);
        continue;
      }
      results.add(result);
      saturated = result.isSaturated() ? saturated + 1 : 0;
      if (saturated == SATURATED_IN_A_ROW) {
        break;
      }
    }
    return results.isEmpty() ? stolen.subList(0, 1) : results;
  }

  private LoadResult measure(LoadStep step) throws InterruptedException {
    LoadResult result = load.measure(step);
    while (result.isStolen() && repetitions > 0) {
      repetitions--;
      result = load.measure(step);
    }
    return result;
  }
}
