package org.ptstress.stress.engine.record;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The distinct locations that operations access. */
public final class Footprint {
  private static final int LINE_BYTES = 64;

  private final Places locations;

  /** Creates an empty footprint. */
  public Footprint() {
    this(0);
  }

  Footprint(int expected) {
    locations = new Places(expected);
  }

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

  /**
   * Adds what an operation writes.
   *
   * @param operation its record
   */
  public void addWrites(Recording operation) {
    for (Recording.Event event : operation.events()) {
      if (event.kind().writes()) {
        add(event);
      }
    }
  }

  /**
   * The locations that are in another footprint, too.
   *
   * @param other the other
   * @param names names them
   * @return their distinct names, in order
   */
  public List<String> namesIn(Footprint other, Names names) {
    SortedSet<String> shared = new TreeSet<>();
    locations.forEach(
        (base, offset) -> {
          if (other.locations.contains(base, offset)) {
            shared.add(names.of(base, offset));
          }
        });
    return List.copyOf(shared);
  }

  void add(Recording.Event event) {
    if (event.kind().accesses()) {
      locations.add(event.base(), event.offset());
    }
  }

  /**
   * The distinct fields and elements.
   *
   * @return how many
   */
  public long locations() {
    return locations.size();
  }

  /**
   * The distinct objects and arrays.
   *
   * @return how many
   */
  public long objects() {
    return distinct((base, offset) -> 0);
  }

  /**
   * The distinct objects, and the distinct elements of arrays.
   *
   * @return how many
   */
  public long places() {
    return distinct((base, offset) -> base.getClass().isArray() ? offset : 0);
  }

  /**
   * The distinct cache lines of 64 bytes, as if each object began on a line of its own.
   *
   * @return how many; depends on the JVM's object layout
   */
  public long lines() {
    return distinct((base, offset) -> offset / LINE_BYTES);
  }

  /** Maps a location to the part of its object that stands for it. */
  @FunctionalInterface
  private interface Part {
    long of(Object base, long offset);
  }

  private long distinct(Part part) {
    Places parts = new Places(locations.size());
    locations.forEach((base, offset) -> parts.add(base, part.of(base, offset)));
    return parts.size();
  }
}
