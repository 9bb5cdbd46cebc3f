package org.ptstress.stress.kernel;

import java.util.Locale;

/** What a process of a script can do; the program in C knows each by the same word. */
enum CallKind {
  /** A timer on CLOCK_MONOTONIC; the memory of the id holds the argument. */
  CREATE,
  CREATE_REALTIME,
  CREATE_BOOTTIME,
  /** Without an event. */
  CREATE_DEFAULT,
  /** On a clock without timers. */
  CREATE_RAW_CLOCK,
  CREATE_BAD_CLOCK,
  CREATE_BAD_SIGNAL,
  CREATE_BAD_NOTIFY,
  /** With a pointer to the id that leads nowhere. */
  CREATE_BAD_POINTER,
  /** With a pointer to the event that leads nowhere. */
  CREATE_BAD_EVENT,
  /** With a bad clock and both pointers bad. */
  CREATE_ALL_BAD,
  /** Whether the timer is armed, and 2 more if it is periodic. */
  GETTIME,
  GETOVERRUN,
  ARM,
  ARM_PERIODIC,
  DISARM,
  SETTIME_BAD,
  DELETE,
  /** Restore mode: off, on, or asked for. */
  PRCTL,
  /** A child takes the place of the process, which ends. */
  FORK,
  EXEC,
  /** The process ends, and another begins, with the argument as RLIMIT_SIGPENDING; -1 for none. */
  START,
  /** Sets the counter of ids; in a virtual machine only. */
  COUNTER;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** Its spelling in scripts. */
  String word() {
    return word;
  }

  /** How the program in C reads it fastest, which has the calls in the same order. */
  @SuppressWarnings("EnumOrdinal") // a test holds the two orders together
  char letter() {
    return (char) ('A' + ordinal());
  }

  /** Whether it is a create, if a bad one. */
  boolean isCreate() {
    return compareTo(CREATE_ALL_BAD) <= 0;
  }
}
