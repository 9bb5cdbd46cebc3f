package org.ptstress.reports.gate;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction: among many rows some look slower by chance.
 *
 * <p>Holm, "A simple sequentially rejective multiple test procedure", 1979. The same as R's {@code
 * p.adjust(p, "holm")}.
 */
public final class Holm {
  private Holm() {}

  /**
   * Adjusts probabilities. Rejecting those of at most alpha keeps the chance of any wrong rejection
   * at alpha, however the rows depend on each other.
   *
   * @param probabilities one for each row, 0 to 1
   * @return the adjusted ones, in the same order
   */
  public static double[] adjust(double[] probabilities) {
    int count = probabilities.length;
    int[] ascending =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(index -> probabilities[index]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[count];
    double largest = 0;
    for (int rank = 0; rank < count; rank++) {
      int index = ascending[rank];
      largest = Math.max(largest, (count - rank) * probabilities[index]);
      adjusted[index] = Math.min(1, largest);
    }
    return adjusted;
  }
}
