package org.ptstress.stress.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final int OBJECTS = 300;
  private static final int OFFSETS = 40;

  /** Equal objects are different places, and what is added again is one. */
  @Test
  void holdsWhatASetOfPairsHolds() {
    Random random = new Random(6);
    String[] objects = new String[OBJECTS];
    for (int i = 0; i < OBJECTS; i++) {
      objects[i] = String.valueOf(new char[] {'a'});
    }
    Places places = new Places(0);
    IdentityHashMap<Object, Set<Long>> expected = new IdentityHashMap<>();
    for (int i = 0; i < OBJECTS * OFFSETS; i++) {
      Object base = objects[random.nextInt(OBJECTS)];
      long offset = (random.nextInt(OFFSETS) - 1) * 4L;
      places.add(base, offset);
      expected.computeIfAbsent(base, object -> new HashSet<>()).add(offset);
    }

    IdentityHashMap<Object, Set<Long>> seen = new IdentityHashMap<>();
    places.forEach(
        (base, offset) ->
            assertThat(seen.computeIfAbsent(base, object -> new HashSet<>()).add(offset)).isTrue());
    assertThat(seen.keySet()).hasSameSizeAs(expected.keySet());
    expected.forEach((base, offsets) -> assertThat(seen.get(base)).isEqualTo(offsets));
    assertThat(places.size()).isEqualTo(expected.values().stream().mapToInt(Set::size).sum());
  }
}
