package org.ptstress.run.kernel;

import static java.util.Objects.requireNonNull;

/**
 * The time that system calls of a kernel took.
 *
 * @param call the calls, in words
 * @param workers how many made them at a time, each on a CPU of its own, at least 1
 * @param apart whether the workers were processes, and not threads of one
 * @param calls how many were made
 * @param nanos what one took, in ns, the mean of the workers
 */
public record KernelTime(String call, int workers, boolean apart, long calls, double nanos) {
  /** The call that a contended time is of, of a timer of its own. */
  public static final String GETTIME = "timer_gettime";

  /** The pair of calls that a contended time is of. */
  public static final String PAIR = "timer_create and timer_delete";

  /** Checks that nothing is missing. */
  public KernelTime {
    requireNonNull(call, "call");
  }
}
