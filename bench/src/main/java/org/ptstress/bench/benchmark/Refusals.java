package org.ptstress.bench.benchmark;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts creates that fail, where {@link Failures} counts the lookups beside them. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Refusals {
  /** Failed creates; JMH reports them per second, beside all operations. */
  public long refused;
}
