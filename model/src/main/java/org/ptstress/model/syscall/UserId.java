package org.ptstress.model.syscall;

/**
 * The user memory that timer_create writes the new id to, and in restore mode reads the wanted id
 * from. Belongs to one thread.
 */
public final class UserId {
  private final boolean faults;
  private int value;

  private UserId(boolean faults, int value) {
    this.faults = faults;
    this.value = value;
  }

  /**
   * Writable memory.
   *
   * @param value its content: in restore mode the wanted id
   * @return the memory
   */
  public static UserId of(int value) {
    return new UserId(false, value);
  }

  /**
   * A pointer that cannot be read or written: -EFAULT.
   *
   * @return the memory
   */
  public static UserId faulting() {
    return new UserId(true, 0);
  }

  boolean faults() {
    return faults;
  }

  void set(int id) {
    value = id;
  }

  /**
   * The content.
   *
   * @return the id of the created timer, after timer_create has returned 0
   */
  public int get() {
    return value;
  }
}
