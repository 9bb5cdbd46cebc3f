package org.ptstress.shape;

import java.util.SplittableRandom;

/** Any id, and the next free one behind it if it is taken. */
final class RandomIds extends IdPool {
  private final SplittableRandom random;

  RandomIds(int maxId, long seed) {
    super(maxId);
    this.random = new SplittableRandom(seed);
  }

  @Override
  int choose() {
    int id = (int) random.nextLong(maxId() + 1L);
    while (isTaken(id)) {
      id = id == maxId() ? 0 : id + 1;
    }
    return id;
  }
}
