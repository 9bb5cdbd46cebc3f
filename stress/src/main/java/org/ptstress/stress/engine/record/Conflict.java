package org.ptstress.stress.engine.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ptstress.stress.engine.hook.Access;

/**
 * A location that two operations share and at least one writes, or that one accesses while the
 * other writes elsewhere in the same object.
 *
 * @param base the object
 * @param offset where in it
 * @param first the accesses of the first
 * @param second the accesses of the second
 * @param beside which of them accesses another location of the same object
 */
public record Conflict(Object base, long offset, Set<Kind> first, Set<Kind> second, Beside beside) {
  /** Which operation accesses something else in the same object. */
  public enum Beside {
    /** Both access the location. */
    NONE,
    /** The first does. */
    FIRST,
    /** The second does. */
    SECOND
  }

  /**
   * The conflicts of two operations.
   *
   * @param first the record of the first
   * @param second the record of the second, from the state that the first left
   * @return the conflicts, in the order of the second operation's accesses
   */
  public static List<Conflict> between(Recording first, Recording second) {
    IdentityHashMap<Object, Map<Long, Set<Kind>>> others = accesses(first, base -> true);
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
                  conflicts.add(new Conflict(base, offset, before, kinds, Beside.NONE));
                }
              });
    }
    return conflicts;
  }

  /**
   * False sharing: different locations of a small object that one of the operations writes.
   * Whatever its field layout, such an object lies in one cache line.
   *
   * @param first the record of the first
   * @param second the record of the second
   * @param small selects objects that are small, and written by every use
   * @return a conflict for each location that one accesses beside what the other writes
   */
  public static List<Conflict> beside(Recording first, Recording second, Predicate<Object> small) {
    IdentityHashMap<Object, Map<Long, Set<Kind>>> others = accesses(second, small);
    List<Conflict> conflicts = new ArrayList<>();
    accesses(first, small)
        .forEach(
            (base, mine) -> {
              Map<Long, Set<Kind>> other = others.getOrDefault(base, Map.of());
              if (Collections.disjoint(mine.keySet(), other.keySet())) {
                Set<Kind> allMine = all(mine);
                Set<Kind> allOthers = all(other);
                if (writes(allOthers)) {
                  mine.forEach(
                      (offset, kinds) ->
                          conflicts.add(
                              new Conflict(base, offset, kinds, allOthers, Beside.SECOND)));
                }
                if (writes(allMine)) {
                  other.forEach(
                      (offset, kinds) ->
                          conflicts.add(new Conflict(base, offset, allMine, kinds, Beside.FIRST)));
                }
              }
            });
    return conflicts;
  }

  private static IdentityHashMap<Object, Map<Long, Set<Kind>>> accesses(
      Recording operation, Predicate<Object> of) {
    IdentityHashMap<Object, Map<Long, Set<Kind>>> accesses = new IdentityHashMap<>();
    for (Recording.Event event : operation.events()) {
      if (event.kind().accesses() && of.test(event.base())) {
        kindsAt(accesses.computeIfAbsent(event.base(), base -> new LinkedHashMap<>()), event);
      }
    }
    return accesses;
  }

  private static Set<Kind> all(Map<Long, Set<Kind>> locations) {
    Set<Kind> all = EnumSet.noneOf(Kind.class);
    locations.values().forEach(all::addAll);
    return all;
  }

  /**
   * Whether the location is the monitor of an object.
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
