package org.ptstress.bench.benchmark;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Counts the operations that failed, so that a design cannot look fast by failing fast. A thread
 * touches its counter only when an operation fails.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Failures {
  /** Failed operations; JMH reports them per second, beside all operations. */
  public long failed;

  /**
   * Makes JMH probe the speed of every thread that counts failures: all that measure a design.
   *
   * @param probe whose own methods JMH calls
   */
  @Setup(Level.Iteration)
  public void beside(SpeedProbe probe) {}
}
