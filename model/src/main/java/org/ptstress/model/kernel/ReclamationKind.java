package org.ptstress.model.kernel;

/** Ways to reclaim unlinked timers. */
public enum ReclamationKind {
  /**
   * Reuse after a grace period, with readers tracked: for stress runs, where a use after free must
   * show.
   */
  GRACE_PERIOD {
    @Override
    public Rcu newRcu() {
      return new TrackingRcu();
    }
  },

  /**
   * The JVM's collector is the grace period, and a read section costs nothing, as on a kernel
   * without preemption: for benchmarks.
   */
  COLLECTOR {
    @Override
    public Rcu newRcu() {
      return new CollectorRcu();
    }
  },

  /** Reuse at once: the fault that RCU exists to prevent, as a control for the checks. */
  IMMEDIATE {
    @Override
    public Rcu newRcu() {
      return new ImmediateRcu();
    }
  };

  /**
   * Makes an RCU domain.
   *
   * @return a domain without readers and callbacks
   */
  public abstract Rcu newRcu();

  /**
   * Whether a freed timer is handed out again by the slab.
   *
   * @return false if the JVM's collector takes it instead
   */
  public boolean reuses() {
    return this != COLLECTOR;
  }
}
