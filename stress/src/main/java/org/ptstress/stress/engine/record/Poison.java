package org.ptstress.stress.engine.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Cell;

/**
 * Detects unrecorded loads: an operation without side effects must do the same again after every
 * heap value without a recorded access is replaced by a different one.
 */
public final class Poison {
  private final Recorder recorder;
  private final Runnable operation;
  private final Recording record;
  private final Set<Object> reached;
  private final List<Spot> spots = new ArrayList<>();

  /** A value without a recorded access. */
  private record Spot(Object base, long offset, Cell cell, @Nullable Object value) {
    void put(@Nullable Object other) {
      cell.put(base, offset, other);
    }
  }

  /**
   * Records the operation and collects the values that it does not access.
   *
   * @param recorder records it
   * @param operation an operation that changes only locks, and throws if its result is not the
   *     expected one
   * @param roots the roots of everything that it may load
   * @param spared selects objects that do not belong to the code under test
   */
  public Poison(
      Recorder recorder, Runnable operation, Collection<Object> roots, Predicate<Object> spared) {
    this.recorder = recorder;
    this.operation = operation;
    this.record = recorder.record(operation);
    IdentityHashMap<Object, Set<Long>> accessed = new IdentityHashMap<>();
    for (Recording.Event event : record.events()) {
      if (event.kind().accesses()) {
        accessed.computeIfAbsent(event.base(), base -> new HashSet<>()).add(event.offset());
      }
    }
    this.reached = Heap.reachable(roots);
    for (Object object : reached) {
      // Boxes may belong to the hook.
      if (!spared.test(object) && !object.getClass().getName().startsWith("java.lang.")) {
        add(object, accessed.getOrDefault(object, Set.of()));
      }
    }
  }

  private void add(Object object, Set<Long> accessed) {
    long[] offsets = Heap.offsets(object);
    @Nullable Object[] values = Heap.values(object, offsets);
    for (int i = 0; i < offsets.length; i++) {
      if (!accessed.contains(offsets[i])) {
        spots.add(new Spot(object, offsets[i], Heap.cell(object, i), values[i]));
      }
    }
  }

  /**
   * Loads without a recorded access.
   *
   * @param names names the locations
   * @return the names, in alphabetical order
   */
  public List<String> missed(Names names) {
    if (isSame(spots, false) && isSame(spots, true)) {
      return List.of();
    }
    Set<String> missed = new TreeSet<>();
    for (Spot spot : spots) {
      List<Spot> alone = List.of(spot);
      boolean unharmed = isSame(List.of(), false);
      if (unharmed && !(isSame(alone, false) && isSame(alone, true))) {
        missed.add(names.of(spot.base(), spot.offset()));
      }
    }
    // An aborted operation may have left a lock held.
    return missed.isEmpty() ? List.of("something that an operation needs") : List.copyOf(missed);
  }

  /** Whether the operation does the same with values replaced by complements, or by 0. */
  private boolean isSame(Collection<Spot> changed, boolean zero) {
    changed.forEach(spot -> spot.put(zero ? spot.cell().zero() : spot.cell().other(spot.value())));
    try {
      return isLike(recorder.record(operation).events(), record.events());
    } catch (RuntimeException | Error e) {
      return false;
    } finally {
      changed.forEach(spot -> spot.put(spot.value()));
    }
  }

  private boolean isLike(Recording.Event[] now, Recording.Event[] before) {
    boolean like = now.length == before.length;
    for (int i = 0; like && i < now.length; i++) {
      like =
          now[i].kind() == before[i].kind()
              && now[i].offset() == before[i].offset()
              && isLike(now[i].base(), before[i].base());
    }
    return like;
  }

  /** Whether it is the same object, or a new one allocated at the same place. */
  private boolean isLike(Object now, Object before) {
    return now == before
        || (now.getClass() == before.getClass()
            && !reached.contains(now)
            && !reached.contains(before));
  }
}
