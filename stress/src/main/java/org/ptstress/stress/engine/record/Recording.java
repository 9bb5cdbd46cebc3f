package org.ptstress.stress.engine.record;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What an operation did, in its order. */
public final class Recording {
  private final Event[] events;

  private Recording(Event[] events) {
    this.events = events;
  }

  /**
   * A thing that an operation did.
   *
   * @param kind what
   * @param base the object that it accessed, or the class that it allocated
   * @param offset where in it; of an allocation, the bytes
   * @param inner whether it belongs to the part that is counted alone
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

    Recording build() {
      return new Recording(Arrays.copyOf(events, size));
    }
  }

  Event[] events() {
    return events;
  }

  /**
   * Whether it made an array: what grows, does.
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
   * What it costs.
   *
   * @param innerOnly whether only the part counts that {@link Recorder#inner} marked
   * @return the counts
   */
  public Cost cost(boolean innerOnly) {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    long bytes = 0;
    Footprint footprint = new Footprint();
    for (Event event : events) {
      if (innerOnly && !event.inner()) {
        continue;
      }
      counts.merge(event.kind(), 1L, Long::sum);
      bytes += event.kind() == Kind.ALLOCATION ? event.offset() : 0;
      footprint.add(event);
    }
    return new Cost(
        counts.getOrDefault(Kind.LOAD, 0L),
        counts.getOrDefault(Kind.STORE, 0L),
        counts.getOrDefault(Kind.RMW, 0L),
        counts.getOrDefault(Kind.FENCE, 0L),
        footprint.objects(),
        footprint.lines(),
        counts.getOrDefault(Kind.ALLOCATION, 0L),
        bytes);
  }
}
