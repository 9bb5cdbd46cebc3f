package org.ptstress.shape;

import java.util.TreeMap;

/** The lowest free id, by words of 64 bits. */
final class Bitmap extends IdPool {
  private static final int BITS = 6;

  private final TreeMap<Integer, Long> words = new TreeMap<>();

  Bitmap(int maxId) {
    super(maxId);
  }

  @Override
  int choose() {
    int word = 0;
    while (words.getOrDefault(word, 0L) == -1L) {
      word++;
    }
    int id = (word << BITS) + Long.numberOfTrailingZeros(~words.getOrDefault(word, 0L));
    takenByOthers(id);
    return id;
  }

  @Override
  void freed(int id) {
    words.computeIfPresent(
        id >> BITS, (word, bits) -> bits == 1L << id ? null : Long.valueOf(bits & ~(1L << id)));
  }

  @Override
  void takenByOthers(int id) {
    words.merge(id >> BITS, 1L << id, (bits, bit) -> bits | bit);
  }
}
