package org.ptstress.stress.engine.record;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** The distinct locations that operations access. */
public final class Footprint {
  private static final int LINE_BYTES = 64;

  private final IdentityHashMap<Object, Set<Long>> offsets = new IdentityHashMap<>();

  /** Makes an empty one. */
  public Footprint() {}

  /**
   * Adds what an operation accesses.
   *
   * @param operation its record
   */
  public void add(Recording operation) {
    for (Recording.Event event : operation.events()) {
      add(event);
    }
  }

  void add(Recording.Event event) {
    if (event.kind().accesses()) {
      offsets.computeIfAbsent(event.base(), base -> new HashSet<>()).add(event.offset());
    }
  }

  /**
   * The distinct fields and elements.
   *
   * @return how many
   */
  public long locations() {
    return offsets.values().stream().mapToLong(Set::size).sum();
  }

  /**
   * The distinct objects and arrays.
   *
   * @return how many
   */
  public long objects() {
    return offsets.size();
  }

  /**
   * The distinct objects, and the distinct elements of arrays.
   *
   * @return how many
   */
  public long places() {
    return offsets.entrySet().stream()
        .mapToLong(of -> of.getKey().getClass().isArray() ? of.getValue().size() : 1)
        .sum();
  }

  /**
   * The distinct cache lines of 64 bytes, as if each object began on one of its own.
   *
   * @return how many; depends on how the JVM lays out objects
   */
  public long lines() {
    long sum = 0;
    for (Set<Long> ofObject : offsets.values()) {
      sum += ofObject.size() == 1 ? 1 : lines(ofObject);
    }
    return sum;
  }

  private static long lines(Set<Long> offsets) {
    Set<Long> lines = new HashSet<>();
    offsets.forEach(offset -> lines.add(offset / LINE_BYTES));
    return lines.size();
  }
}
