package org.ptstress.model.kernel;

/**
 * No tracking: an object lives as long as a reader refers to it, because the JVM is garbage
 * collected. Wait-free.
 */
final class CollectorRcu implements Rcu {
  @Override
  public int readLock() {
    return 0;
  }

  @Override
  public void readUnlock(int token) {}

  @Override
  public void call(RcuCallback callback) {}

  @Override
  public void poll() {}

  @Override
  public void barrier() {}
}
