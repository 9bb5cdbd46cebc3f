package org.ptstress.stress.kernel;

/** The users that own the processes of a script, for RLIMIT_SIGPENDING. */
enum Users {
  /** Each user owns two of the processes; needs root. */
  SHARED,
  /** Each started process has its own user, by a user namespace. */
  APART,
  /** All belong to the user who started them, with other processes: no limit can be tested. */
  NONE;

  /** The number of users that share the processes of a script. */
  static final int COUNT = 3;
}
