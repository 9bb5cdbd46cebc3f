package org.ptstress.stress.engine.hook;

import org.jspecify.annotations.Nullable;

/**
 * An access that instrumented code is about to make.
 *
 * @param site the place in the code
 * @param base the object, the class of a static field, or null for memory outside of the heap
 * @param offset where in it
 * @param cell the type
 * @param mode how it is ordered
 */
public record Access(Site site, @Nullable Object base, long offset, Cell cell, Mode mode) {
  /** Numbers the object, before a backend asks it for its hash. */
  public Access {
    if (base != null) {
      Identities.mark(base);
    }
  }

  /**
   * Reads memory.
   *
   * @return the value
   */
  public @Nullable Object get() {
    return cell.get(base, offset);
  }

  /**
   * Writes memory.
   *
   * @param value the value
   */
  public void put(@Nullable Object value) {
    cell.put(base, offset, value);
  }

  /**
   * Updates memory atomically.
   *
   * @param update what to do
   * @return the value that the code gets
   */
  public @Nullable Object update(Update update) {
    while (true) {
      Object old = get();
      if (!update.writes(old) || cell.compareAndSet(base, offset, old, update.next(old))) {
        return update.result(old);
      }
    }
  }
}
