package org.ptstress.bench.host;

/**
 * How long the calling thread could have run and had no CPU, as the kernel accounts for it. Unlike
 * CPU time over wall time it says nothing of pauses of the collector, which are the design's own.
 */
public final class CpuWait {
  private CpuWait() {}

  /**
   * Reads it; takes some 10 us.
   *
   * @return ns since the thread was started; 0 where the kernel does not tell
   */
  public static long nanos() {
    return SchedStat.ofThisThread().waitNanos();
  }
}
