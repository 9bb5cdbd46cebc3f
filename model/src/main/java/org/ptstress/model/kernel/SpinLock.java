package org.ptstress.model.kernel;

/**
 * A kernel spinlock: not reentrant, not interruptible. {@link #lock} blocks by spinning; what is
 * written under the lock is visible to the next holder.
 *
 * <p>Deviation from the kernel: a holder can be preempted, because user space cannot switch
 * preemption off.
 */
public interface SpinLock {
  /** Takes the lock; blocking. */
  void lock();

  /**
   * Releases the lock; wait-free, except for {@link QueuedLock}, which waits for a successor that
   * is linking itself.
   */
  void unlock();
}
