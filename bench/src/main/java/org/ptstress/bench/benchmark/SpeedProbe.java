package org.ptstress.bench.benchmark;

import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Measures the speed of a thread's CPU right before and right after an iteration, by a fixed piece
 * of work. Where CPUs are hyperthreads that are shared with other machines, a neighbour halves the
 * speed for a second or two, and no accounting of the guest shows it: the thread has its CPU all
 * the time.
 *
 * <p>The work is six chains of arithmetic that do not wait for each other, because what a neighbour
 * takes is throughput; a single chain barely notices it. It touches no memory.
 *
 * <p>Off unless the property {@value #PROPERTY} is set: runs of many short iterations do without.
 */
@State(Scope.Thread)
public class SpeedProbe {
  public static final String PROPERTY = "ptstress.speedProbe";

  private static final boolean ON = Boolean.getBoolean(PROPERTY);

  /** Half a millisecond: short beside an iteration, long beside a tick of the clock. */
  private static final int STEPS = 300_000;

  /**
   * The slowest probe of any thread since {@link #takeSlowest}. Atomic, because threads end their
   * iterations at once and none may be lost.
   */
  private static final AtomicLong SLOWEST = new AtomicLong();

  private long before;

  /** The result of the work, so that the JIT does not leave it out. */
  @SuppressWarnings("UnusedVariable")
  private volatile long result;

  /** Measures right before an iteration. */
  @Setup(Level.Iteration)
  public void before() {
    if (ON) {
      before = nanos();
    }
  }

  /** Measures right after an iteration. */
  @TearDown(Level.Iteration)
  public void after() {
    if (ON) {
      SLOWEST.accumulateAndGet(Math.max(before, nanos()), Math::max);
    }
  }

  private long nanos() {
    long start = System.nanoTime();
    result = work(STEPS);
    return System.nanoTime() - start;
  }

  /** Six independent chains: multiplications for one port, shifts and sums for the others. */
  private static long work(int steps) {
    long a = 1;
    long b = 2;
    long c = 3;
    long d = 4;
    long e = 5;
    long f = 6;
    for (int i = 0; i < steps; i++) {
      a = a * 6364136223846793005L + 1;
      b = b * 6364136223846793005L + 3;
      c = c * 6364136223846793005L + 5;
      d = (d ^ d << 13) + 7;
      e = (e ^ e >>> 7) + 9;
      f = (f ^ f << 17) + 11;
    }
    return a ^ b ^ c ^ d ^ e ^ f;
  }

  /** The slowest probe of the iteration that has ended, in ns; 0 if there was none. */
  public static long takeSlowest() {
    return SLOWEST.getAndSet(0);
  }
}
