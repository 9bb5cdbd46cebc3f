package org.ptstress.model.kernel;

/**
 * No grace period at all: reclaims while readers may hold references. A fault, kept to prove that
 * checks find it.
 */
final class ImmediateRcu implements Rcu {
  @Override
  public int readLock() {
    return 0;
  }

  @Override
  public void readUnlock(int token) {}

  @Override
  public void call(RcuCallback callback) {
    callback.reclaim();
  }

  @Override
  public void poll() {}

  @Override
  public void barrier() {}
}
