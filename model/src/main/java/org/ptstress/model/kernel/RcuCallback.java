package org.ptstress.model.kernel;

/** Work that waits for a grace period (rcu_head). */
public interface RcuCallback {
  /** Gives the memory back: no read section that might hold a reference is left. */
  void reclaim();
}
