package org.ptstress.stress.engine.record;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ptstress.stress.engine.hook.Access;

/**
 * A location that two operations share and at least one of them writes.
 *
 * @param base the object
 * @param offset where in it
 * @param first what the first does there
 * @param second what the second does there
 */
public record Conflict(Object base, long offset, Set<Kind> first, Set<Kind> second) {
  /**
   * The conflicts of two operations.
   *
   * @param first the record of the first
   * @param second the record of the second, from the state that the first left
   * @return the conflicts, in the order in which the second comes to them
   */
  public static List<Conflict> between(Recording first, Recording second) {
    IdentityHashMap<Object, Map<Long, Set<Kind>>> others = new IdentityHashMap<>();
    for (Recording.Event event : first.events()) {
      if (event.kind().accesses()) {
        kindsAt(others.computeIfAbsent(event.base(), base -> new LinkedHashMap<>()), event);
      }
    }
    IdentityHashMap<Object, Map<Long, Set<Kind>>> shared = new IdentityHashMap<>();
    List<Object> bases = new ArrayList<>();
    for (Recording.Event event : second.events()) {
      Map<Long, Set<Kind>> other = others.get(event.base());
      if (other != null && event.kind().accesses() && other.containsKey(event.offset())) {
        Map<Long, Set<Kind>> mine = shared.get(event.base());
        if (mine == null) {
          mine = new LinkedHashMap<>();
          shared.put(event.base(), mine);
          bases.add(event.base());
        }
        kindsAt(mine, event);
      }
    }
    List<Conflict> conflicts = new ArrayList<>();
    for (Object base : bases) {
      Map<Long, Set<Kind>> other = others.getOrDefault(base, Map.of());
      shared
          .getOrDefault(base, Map.of())
          .forEach(
              (offset, kinds) -> {
                Set<Kind> before = other.getOrDefault(offset, Set.of());
                if (writes(before) || writes(kinds)) {
                  conflicts.add(new Conflict(base, offset, before, kinds));
                }
              });
    }
    return conflicts;
  }

  /**
   * Whether it is about the monitor of an object.
   *
   * @return false for a field or element
   */
  public boolean isMonitor() {
    return offset == Names.MONITOR && !(base instanceof Class);
  }

  /**
   * Whether both update it atomically.
   *
   * @return true for a counter that both change
   */
  public boolean isOfUpdates() {
    return first.contains(Kind.RMW) && second.contains(Kind.RMW);
  }

  boolean isAt(Access access) {
    return access.base() == base && access.offset() == offset;
  }

  private static void kindsAt(Map<Long, Set<Kind>> locations, Recording.Event event) {
    locations
        .computeIfAbsent(event.offset(), offset -> EnumSet.noneOf(Kind.class))
        .add(event.kind());
  }

  private static boolean writes(Set<Kind> kinds) {
    return kinds.stream().anyMatch(Kind::writes);
  }
}
