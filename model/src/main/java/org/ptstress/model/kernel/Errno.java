package org.ptstress.model.kernel;

/**
 * Error numbers of Linux, as positive values. A function that can fail returns their negation, as
 * the kernel does; a result that is not negative is a success.
 */
public final class Errno {
  /** Operation not permitted. */
  public static final int EPERM = 1;

  /** No such entry; the RFC uses its negation as "go on searching". */
  public static final int ENOENT = 2;

  /** No such process: the calling thread is being killed. */
  public static final int ESRCH = 3;

  /** No id is free, or a resource limit is reached. */
  public static final int EAGAIN = 11;

  /** A user pointer cannot be read or written. */
  public static final int EFAULT = 14;

  /** The requested id is taken. */
  public static final int EBUSY = 16;

  /** An argument, or the timer id, is not valid. */
  public static final int EINVAL = 22;

  /** No id below the limit is left in an idr. */
  public static final int ENOSPC = 28;

  /** The clock has no timers, or the table has no exact ids. */
  public static final int EOPNOTSUPP = 95;

  private Errno() {}

  /**
   * The name of an error number.
   *
   * @param errno an error number, positive or negated
   * @return its symbolic name, or {@code "errno N"} for one that this model does not use
   */
  public static String name(int errno) {
    return switch (Math.abs(errno)) {
      case EPERM -> "EPERM";
      case ENOENT -> "ENOENT";
      case ESRCH -> "ESRCH";
      case EAGAIN -> "EAGAIN";
      case EFAULT -> "EFAULT";
      case EBUSY -> "EBUSY";
      case EINVAL -> "EINVAL";
      case ENOSPC -> "ENOSPC";
      case EOPNOTSUPP -> "EOPNOTSUPP";
      default -> "errno " + Math.abs(errno);
    };
  }
}
