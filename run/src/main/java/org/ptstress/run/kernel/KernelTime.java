package org.ptstress.run.kernel;

/**
 * The measured time of a kernel's system calls.
 *
 * @param call the calls, in words
 * @param workers how many made them concurrently, each on its own CPU, at least 1
 * @param apart whether the workers were processes rather than threads of one process
 * @param calls how many were made
 * @param nanos the time of one call in ns, the mean over the workers
 */
public record KernelTime(String call, int workers, boolean apart, long calls, double nanos) {
  /** The call whose contended time is measured; each worker calls it on its own timer. */
  public static final String GETTIME = "timer_gettime";

  /** The pair of calls whose contended time is measured. */
  public static final String PAIR = "timer_create and timer_delete";
}
