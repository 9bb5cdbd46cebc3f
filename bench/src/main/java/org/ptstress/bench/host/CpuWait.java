package org.ptstress.bench.host;

/**
 * The time for which the calling thread was ready and had no CPU, by the kernel's account. Unlike
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
