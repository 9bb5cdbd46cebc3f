package org.ptstress.model.spec;

import java.util.Map;

/**
 * A call with its timer's name looked up, so that a run does nothing but calls.
 *
 * @param kind which call
 * @param process the index of the calling process
 * @param timer the index of the timer, or {@link #NO_TIMER}
 * @param argument the id, or for restore mode 1 or 0
 */
record Step(Kind kind, int process, int timer, int argument) {
  static final int NO_TIMER = -1;

  /** Moves the id counter of process 0 on by one: a create and its delete. */
  static final Step ADVANCE = new Step(Kind.ADVANCE, 0, NO_TIMER, 0);

  enum Kind {
    CREATE,
    FAILING_CREATE,
    RESTORE_MODE,
    RESTORE,
    MOVE_COUNTER,
    GETTIME,
    GETTIME_ID,
    DELETE,
    LOOKUP,
    ADVANCE,
    EXEC,
    EXIT,
    FORK
  }

  static Step of(Call call, Map<String, Integer> timers) {
    int timer = timers.getOrDefault(Scenario.timerOf(call), NO_TIMER);
    if (call instanceof Call.CreateAt createAt) {
      return new Step(Kind.CREATE, call.process(), timer, createAt.id());
    } else if (call instanceof Call.FailingCreate) {
      return new Step(Kind.FAILING_CREATE, call.process(), timer, 0);
    } else if (call instanceof Call.Create) {
      return new Step(Kind.CREATE, call.process(), timer, 0);
    } else if (call instanceof Call.RestoreMode mode) {
      return new Step(Kind.RESTORE_MODE, call.process(), timer, mode.on() ? 1 : 0);
    } else if (call instanceof Call.Restore restore) {
      return new Step(Kind.RESTORE, call.process(), timer, restore.id());
    } else if (call instanceof Call.MoveCounter move) {
      return new Step(Kind.MOVE_COUNTER, call.process(), timer, move.id());
    } else if (call instanceof Call.Gettime) {
      return new Step(Kind.GETTIME, call.process(), timer, 0);
    } else if (call instanceof Call.GettimeId gettimeId) {
      return new Step(Kind.GETTIME_ID, call.process(), timer, gettimeId.id());
    } else if (call instanceof Call.Delete) {
      return new Step(Kind.DELETE, call.process(), timer, 0);
    } else if (call instanceof Call.Lookup lookup) {
      return new Step(Kind.LOOKUP, call.process(), timer, lookup.id());
    } else if (call instanceof Call.Exec) {
      return new Step(Kind.EXEC, call.process(), timer, 0);
    }
    return new Step(call instanceof Call.Fork ? Kind.FORK : Kind.EXIT, call.process(), timer, 0);
  }
}
