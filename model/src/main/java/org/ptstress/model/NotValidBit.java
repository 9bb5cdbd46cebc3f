package org.ptstress.model;

import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * The life of a timer since 6.15: it has its owner from the moment it is hashed, with bit 0 set
 * until it is published and again from its deletion on. Searches for an id mask the bit, lookups do
 * not, so they do not find what is not valid.
 */
public final class NotValidBit {
  private NotValidBit() {}

  /**
   * Gives a timer its owner, before it is hashed; wait-free.
   *
   * @param owner the owning process
   * @param timer a timer that no other thread can reach yet
   */
  public static void mark(Process owner, KTimer timer) {
    timer.setSignal(owner.address() | KTimer.NOT_VALID);
  }

  /**
   * Clears the bit of an initialised timer and puts it on its owner's list; blocks on {@code
   * it_lock} and siglock.
   *
   * @param owner the owning process
   * @param timer the timer
   */
  public static void publish(Process owner, KTimer timer) {
    // A lookup locks it_lock before it reads any field, so publishing under it makes all fields
    // visible first.
    timer.lock().lock();
    owner.siglock().lock();
    timer.setSignal(owner.address());
    owner.link(timer);
    owner.siglock().unlock();
    timer.lock().unlock();
  }

  /**
   * Sets the bit and takes the timer off its owner's list; blocks on siglock. The caller holds the
   * timer's lock.
   *
   * @param owner the owning process
   * @param timer the timer
   */
  public static void invalidate(Process owner, KTimer timer) {
    owner.siglock().lock();
    timer.setSignal(timer.signal() | KTimer.NOT_VALID);
    owner.unlink(timer);
    owner.siglock().unlock();
  }
}
