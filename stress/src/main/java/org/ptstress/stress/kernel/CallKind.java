package org.ptstress.stress.kernel;

import java.util.Locale;

/** The calls of a script; the C program knows each by the same word. */
enum CallKind {
  /** Creates a timer on CLOCK_MONOTONIC; the memory of the id holds the argument. */
  CREATE,
  CREATE_REALTIME,
  CREATE_BOOTTIME,
  /** Creates a timer with a null event. */
  CREATE_DEFAULT,
  /** Creates a timer on a clock without timers. */
  CREATE_RAW_CLOCK,
  CREATE_BAD_CLOCK,
  CREATE_BAD_SIGNAL,
  CREATE_BAD_NOTIFY,
  /** Creates a timer with an invalid pointer to the id. */
  CREATE_BAD_POINTER,
  /** Creates a timer with an invalid pointer to the event. */
  CREATE_BAD_EVENT,
  /** Creates a timer with a bad clock and two invalid pointers. */
  CREATE_ALL_BAD,
  /** Returns 1 if the timer is armed, plus 2 if it is periodic. */
  GETTIME,
  GETOVERRUN,
  ARM,
  ARM_PERIODIC,
  DISARM,
  SETTIME_BAD,
  DELETE,
  /** Turns restore mode off or on, or queries it. */
  PRCTL,
  /** Replaces the process by a forked child. */
  FORK,
  EXEC,
  /** Replaces the process by a new one with the argument as RLIMIT_SIGPENDING; -1 for no limit. */
  START,
  /** Sets the id counter; only in a virtual machine. */
  COUNTER;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** Its spelling in scripts. */
  String word() {
    return word;
  }

  /** The short form for the C program, whose calls are in the same order. */
  @SuppressWarnings("EnumOrdinal") // a test compares the two orders
  char letter() {
    return (char) ('A' + ordinal());
  }

  /** Whether it is a create, valid or not. */
  boolean isCreate() {
    return compareTo(CREATE_ALL_BAD) <= 0;
  }
}
