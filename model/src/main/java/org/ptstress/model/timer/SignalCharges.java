package org.ptstress.model.timer;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many timers a user is charged for (UCOUNT_RLIMIT_SIGPENDING): the processes that share it are
 * held to their RLIMIT_SIGPENDING together. It outlives them.
 */
public final class SignalCharges {
  /** The count itself, which the processes hold, so that a charge loads nothing more. */
  final AtomicInteger pending = new AtomicInteger();

  /** Makes the count of a user without timers. */
  public SignalCharges() {}
}
