package org.ptstress.stress.engine.explore;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Access;

/** The locations of an execution, added at the first access with the value in memory. */
final class Locations {
  private static final int BITS = 10;

  private final Keys keys;
  private final @Nullable Location[] table = new @Nullable Location[1 << BITS];
  private final List<Location> made = new ArrayList<>();

  /** The objects of fields with a special treatment. */
  private final IdentityHashMap<Object, Treatment> treated = new IdentityHashMap<>();

  private int used;

  Locations(Keys keys) {
    this.keys = keys;
  }

  void reset() {
    for (int i = 0; i < used; i++) {
      table[made.get(i).slot] = null;
    }
    treated.clear();
    used = 0;
  }

  Location of(Access access) {
    Object base = access.base();
    long offset = access.offset();
    int hash = (System.identityHashCode(base) * 31 + (int) offset) * 0x9E3779B1;
    int index = hash >>> (Integer.SIZE - BITS);
    for (Location each = table[index]; each != null; each = each.next) {
      if (each.isAt(base, offset)) {
        return each;
      }
    }
    Location location = take();
    Key key = keys.of(base, offset);
    Treatment own = treated.isEmpty() || base == null ? null : treated.get(base);
    location.begin(base, offset, key, own == null ? key.treatment : own, access.get());
    location.slot = index;
    location.next = table[index];
    table[index] = location;
    return location;
  }

  private Location take() {
    if (used == made.size()) {
      made.add(new Location(used));
    }
    return made.get(used++);
  }

  /** Handles a read of a final field: its object inherits the field's treatment. */
  void follow(Access access, @Nullable Object value) {
    Treatment treatment = keys.of(access.base(), access.offset()).treatment;
    if (treatment != Treatment.ORDINARY && value != null) {
      treated.put(value, treatment);
    }
  }

  /** Learns which fields are shared; returns whether there is a new one. */
  boolean learn() {
    boolean learned = false;
    for (int i = 0; i < used; i++) {
      Location location = made.get(i);
      int all = location.readers | location.writers;
      if (location.writers != 0 && (all & (all - 1)) != 0 && !location.key.shared) {
        location.key.shared = true;
        learned = true;
      }
    }
    return learned;
  }

  /** The locations that several actors have written; those that several updated weigh more. */
  int meetings() {
    int count = 0;
    for (int i = 0; i < used; i++) {
      Location location = made.get(i);
      count +=
          Integer.bitCount(location.updaters) > 1
              ? Explorer.LOCK
              : Integer.bitCount(location.writers) > 1 ? 1 : 0;
    }
    return count;
  }
}
