package org.ptstress.model.kernel;

/**
 * Where a table gets its spinlocks from. {@link LockKind} has the kernel's; another one can count,
 * delay or watch what a table does with its locks, without a branch in any of them.
 */
@FunctionalInterface
public interface LockFactory {
  /**
   * Makes a lock.
   *
   * @return a new lock that nobody holds
   */
  SpinLock newLock();
}
