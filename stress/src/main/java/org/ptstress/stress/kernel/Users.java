package org.ptstress.stress.kernel;

/** Whose the processes of a script are, as far as RLIMIT_SIGPENDING goes. */
enum Users {
  /** A user has two of the processes: what root can do. */
  SHARED,
  /** Each process that is started is a user of its own, by a namespace of users. */
  APART,
  /** All are the user who started them, with all else that they run: no limit can be tested. */
  NONE;

  /** The number of users that share the processes of a script. */
  static final int COUNT = 3;
}
