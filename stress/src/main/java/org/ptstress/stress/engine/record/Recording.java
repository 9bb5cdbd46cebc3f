package org.ptstress.stress.engine.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The accesses of an operation, in order. */
public final class Recording {
  private final Event[] events;

  private final long bytecodes;
  private final long innerBytecodes;

  private Recording(Event[] events, long bytecodes, long innerBytecodes) {
    this.events = events;
    this.bytecodes = bytecodes;
    this.innerBytecodes = innerBytecodes;
  }

  /**
   * An event of an operation.
   *
   * @param kind what
   * @param base the object that it accessed, or the class that it allocated
   * @param offset where in it; of an allocation, the bytes
   * @param inner whether it belongs to the part that is also counted separately
   */
  record Event(Kind kind, Object base, long offset, boolean inner) {}

  /** Collects events. */
  static final class Builder {
    private Event[] events = new Event[64];
    private int size;

    void add(Kind kind, Object base, long offset, boolean inner) {
      if (size == events.length) {
        events = Arrays.copyOf(events, 2 * size);
      }
      events[size++] = new Event(kind, base, offset, inner);
    }

    Recording build(long bytecodes, long innerBytecodes) {
      return new Recording(Arrays.copyOf(events, size), bytecodes, innerBytecodes);
    }
  }

  Event[] events() {
    return events;
  }

  /**
   * Whether it allocated an array, as every growth does.
   *
   * @return whether it allocated one
   */
  public boolean allocatesArray() {
    return Arrays.stream(events)
        .anyMatch(
            event ->
                event.kind() == Kind.ALLOCATION
                    && event.base() instanceof Class<?> type
                    && type.isArray());
  }

  /**
   * The number of accesses of a kind.
   *
   * @param kind what
   * @param innerOnly whether to count only the part that {@link Recorder#inner} marked
   * @return how often
   */
  public long count(Kind kind, boolean innerOnly) {
    long count = 0;
    for (Event event : events) {
      count += event.kind() == kind && (event.inner() || !innerOnly) ? 1 : 0;
    }
    return count;
  }

  /**
   * All accesses and fences.
   *
   * @param innerOnly whether to count only the part that {@link Recorder#inner} marked
   * @return how many
   */
  public long steps(boolean innerOnly) {
    long steps = 0;
    for (Event event : events) {
      steps += event.kind() != Kind.ALLOCATION && (event.inner() || !innerOnly) ? 1 : 0;
    }
    return steps;
  }

  /**
   * The bytecodes that were executed of the code under test.
   *
   * @param innerOnly whether to count only the part that {@link Recorder#inner} marked
   * @return how many; 0 where they are not counted
   */
  public long bytecodes(boolean innerOnly) {
    return innerOnly ? innerBytecodes : bytecodes;
  }

  /**
   * The allocated bytes; they depend on the JVM's object layout.
   *
   * @param innerOnly whether to count only the part that {@link Recorder#inner} marked
   * @return how many
   */
  public long bytes(boolean innerOnly) {
    long bytes = 0;
    for (Event event : events) {
      boolean counts = event.kind() == Kind.ALLOCATION && (event.inner() || !innerOnly);
      bytes += counts ? event.offset() : 0;
    }
    return bytes;
  }

  /**
   * The accessed locations.
   *
   * @param innerOnly whether to count only the part that {@link Recorder#inner} marked
   * @return the distinct locations
   */
  public Footprint footprint(boolean innerOnly) {
    Footprint footprint = new Footprint(events.length / 4);
    for (Event event : events) {
      if (event.inner() || !innerOnly) {
        footprint.add(event);
      }
    }
    return footprint;
  }

  /**
   * The accesses to each field.
   *
   * @return tallies by class and name of the field, and by class for allocations
   */
  public Map<String, Tally> fields() {
    Map<String, Tally> fields = new HashMap<>();
    for (Event event : events) {
      if (event.kind() != Kind.FENCE) {
        fields.computeIfAbsent(FieldNames.of(event), name -> new Tally()).add(event.kind());
      }
    }
    return fields;
  }
}
