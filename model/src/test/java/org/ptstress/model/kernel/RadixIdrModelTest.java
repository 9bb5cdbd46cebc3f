package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random operations on an idr and on a sorted map side by side. */
class RadixIdrModelTest {
  private static final int PHASES = 10;
  private static final int OPERATIONS = 2_000;

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 2", "6, 3", "7, 4", "8, 5", "12, 6", "13, 7", "31, 8"})
  void agreesWithASortedMap(int bits, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RadixIdr<Integer> idr = new RadixIdr<>(bits);
    TreeMap<Integer, Integer> model = new TreeMap<>();
    long capacity = 1L << bits;
    int nextFreeHint = 0;
    for (int phase = 0; phase < PHASES; phase++) {
      // Growing and shrinking phases take turns, so that layers come and go.
      int percentAllocate = phase % 2 == 0 ? 90 : 10;
      for (int i = 0; i < OPERATIONS; i++) {
        int bound = Math.max(4, model.size() + model.size() / 4);
        if (random.nextInt(100) < percentAllocate) {
          int lowest = model.size() == capacity ? -Errno.ENOSPC : lowestFree(model, nextFreeHint);
          int value = random.nextInt();
          assertThat(idr.allocate(value)).isEqualTo(lowest);
          if (lowest >= 0) {
            model.put(lowest, value);
            nextFreeHint = lowest + 1;
          }
        } else {
          int id = random.nextInt(bound);
          boolean taken = model.remove(id) != null;
          assertThat(idr.remove(id)).isEqualTo(taken);
          nextFreeHint = Math.min(nextFreeHint, id);
        }
        int id = random.nextInt(bound) & (int) (capacity - 1);
        assertThat(idr.find(id)).isEqualTo(model.get(id));
      }
      List<Integer> contents = new ArrayList<>();
      idr.forEach(contents::add);
      assertThat(contents).containsExactlyElementsOf(model.values());
    }
  }

  /** The hint is at most the lowest free id. */
  private static int lowestFree(Map<Integer, Integer> model, int hint) {
    int id = hint;
    while (model.containsKey(id)) {
      id++;
    }
    return id;
  }
}
