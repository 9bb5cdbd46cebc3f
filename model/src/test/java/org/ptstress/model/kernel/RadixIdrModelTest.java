package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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

  /**
   * Given ids and starts, spread over the whole width: trees are sparse, and grow by several layers
   * at once.
   */
  @ParameterizedTest
  @CsvSource({"1, 11", "4, 12", "6, 13", "7, 14", "8, 15", "12, 16", "13, 17", "31, 18"})
  void agreesWithASortedMapOnGivenIds(int bits, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RadixIdr<Integer> idr = new RadixIdr<>(bits);
    TreeMap<Integer, Integer> model = new TreeMap<>();
    int maxId = (int) ((1L << bits) - 1);
    for (int phase = 0; phase < PHASES; phase++) {
      int percentRemove = phase % 2 == 0 ? 20 : 80;
      for (int i = 0; i < OPERATIONS; i++) {
        int id = anId(random, model, maxId);
        int value = random.nextInt();
        if (random.nextInt(100) < percentRemove) {
          assertThat(idr.remove(id)).isEqualTo(model.remove(id) != null);
        } else if (random.nextBoolean()) {
          assertThat(idr.insertAt(id, value)).isEqualTo(model.putIfAbsent(id, value) == null);
        } else {
          int lowest = lowestFree(model, id, maxId);
          assertThat(idr.allocateFrom(value, id)).isEqualTo(lowest);
          if (lowest >= 0) {
            model.put(lowest, value);
          }
        }
        int looked = anId(random, model, maxId);
        assertThat(idr.find(looked)).isEqualTo(model.get(looked));
      }
      List<Integer> contents = new ArrayList<>();
      idr.forEach(contents::add);
      assertThat(contents).containsExactlyElementsOf(model.values());
    }
  }

  /** The lowest free id from a start on. */
  private static int lowestFree(Map<Integer, Integer> model, int start, int maxId) {
    for (int id = start; ; id++) {
      if (!model.containsKey(id)) {
        return id;
      }
      if (id == maxId) {
        return -Errno.ENOSPC;
      }
    }
  }

  /** Any id, or one at or behind a taken one, so that removals and collisions happen. */
  private static int anId(
      SplittableRandom random, NavigableMap<Integer, Integer> model, int maxId) {
    int id = random.nextInt() & maxId;
    if (random.nextInt(4) == 0) {
      return id;
    }
    Integer taken = model.ceilingKey(id);
    return taken == null ? random.nextInt(8) & maxId : (taken + random.nextInt(2)) & maxId;
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
