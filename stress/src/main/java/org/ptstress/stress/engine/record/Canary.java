package org.ptstress.stress.engine.record;

import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Detects unrecorded stores: every heap value that an operation changed must have a recorded write.
 */
public final class Canary {
  private final IdentityHashMap<Object, @Nullable Object[]> before = new IdentityHashMap<>();

  /**
   * Takes a snapshot of the heap before an operation.
   *
   * @param roots the roots of everything that it may change
   */
  public Canary(Collection<Object> roots) {
    Heap.reachable(roots)
        .forEach(object -> before.put(object, Heap.values(object, Heap.offsets(object))));
  }

  /**
   * Changes without a recorded write.
   *
   * @param operation the record of the operation
   * @param names names the locations
   * @return the names, in alphabetical order
   */
  public List<String> missed(Recording operation, Names names) {
    IdentityHashMap<Object, Set<Long>> written = new IdentityHashMap<>();
    for (Recording.Event event : operation.events()) {
      if (event.kind().writes()) {
        written.computeIfAbsent(event.base(), base -> new HashSet<>()).add(event.offset());
      }
    }
    Set<String> missed = new TreeSet<>();
    before.forEach(
        (object, values) -> {
          long[] offsets = Heap.offsets(object);
          @Nullable Object[] now = Heap.values(object, offsets);
          for (int i = 0; i < offsets.length; i++) {
            Set<Long> ofObject = written.getOrDefault(object, Set.of());
            if (!Heap.cell(object, i).same(values[i], now[i]) && !ofObject.contains(offsets[i])) {
              missed.add(names.of(object, offsets[i]));
            }
          }
        });
    return List.copyOf(missed);
  }
}
