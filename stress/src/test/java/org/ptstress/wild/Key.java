package org.ptstress.wild;

import org.ptstress.model.kernel.KernelHash;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * What a timer is found by.
 *
 * @param owner the address of its process
 * @param id its id
 */
public record Key(long owner, int id) {
  /**
   * The key of a timer.
   *
   * @param owner its process
   * @param id its id
   * @return the key
   */
  public static Key of(Process owner, int id) {
    return new Key(owner.address(), id);
  }

  boolean is(Process process, int other) {
    return owner == process.address() && id == other;
  }

  @Override
  public int hashCode() {
    return hash(owner, id);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key that && owner == that.owner && id == that.id;
  }

  /** The place of a key in tables of any size, in its low bits. */
  static int hash(long owner, int id) {
    return KernelHash.jhash2(owner, id);
  }

  /** Whether a timer has a key, valid or not. */
  static boolean has(KTimer timer, Process owner, int id) {
    return timer.id() == id && (timer.signalOpaque() & ~KTimer.NOT_VALID) == owner.address();
  }
}
