package org.ptstress.model.spec;

/** A call in a scenario. Timers are named, because which id one gets is the design's affair. */
public sealed interface Call {
  /**
   * The calling process.
   *
   * @return its index in the scenario
   */
  int process();

  /**
   * timer_create: the new timer gets the name.
   *
   * @param process the calling process
   * @param timer the name, created once in a scenario
   */
  record Create(int process, String timer) implements Call {}

  /**
   * timer_create with a bad sigevent, which fails after the id was taken.
   *
   * @param process the calling process
   * @param timer the name of the timer that does not come to be
   */
  record FailingCreate(int process, String timer) implements Call {}

  /**
   * prctl(PR_TIMER_CREATE_RESTORE_IDS).
   *
   * @param process the calling process
   * @param on whether its creates take exact ids from now on
   */
  record RestoreMode(int process, boolean on) implements Call {}

  /**
   * timer_create at an exact id; the process must be in restore mode.
   *
   * @param process the calling process
   * @param timer the name, created once in a scenario
   * @param id the wanted id
   */
  record CreateAt(int process, String timer, int id) implements Call {}

  /**
   * What CRIU does for a timer of a checkpoint: a create at the exact id where the table has exact
   * ids, or else creates and deletes until a create gets the id. It gives up when a create gets a
   * larger one, or after as many creates as there are ids.
   *
   * @param process the process that is restored; not in restore mode
   * @param timer the name, created once in a scenario
   * @param id the id in the checkpoint
   */
  record Restore(int process, String timer, int id) implements Call {}

  /**
   * Puts the id counter of a process somewhere, as after many creates and deletes; for wide ids,
   * where making them would take hours. A counter that is not in the process is moved by a restore
   * if the table has exact ids and the id is not 0, and else stays: only rules with a condition can
   * rely on it.
   *
   * @param process the process
   * @param id the next id to try, at least 0
   */
  record MoveCounter(int process, int id) implements Call {}

  /**
   * timer_gettime of a named timer.
   *
   * @param process the calling process
   * @param timer a timer whose create precedes this call in the set-up or in the same actor
   */
  record Gettime(int process, String timer) implements Call {}

  /**
   * timer_gettime of an id that the caller guesses.
   *
   * @param process the calling process
   * @param id any int
   * @param timer the only timer that may be found there, or "" if none may
   */
  record GettimeId(int process, int id, String timer) implements Call {}

  /**
   * timer_delete of a named timer.
   *
   * @param process the calling process
   * @param timer a timer whose create precedes this call in the set-up or in the same actor
   */
  record Delete(int process, String timer) implements Call {}

  /**
   * A lookup without locking what it finds.
   *
   * @param process the calling process
   * @param id any int
   */
  record Lookup(int process, int id) implements Call {}

  /**
   * The end of a process.
   *
   * @param process the process that ends
   */
  record Exit(int process) implements Call {}

  /**
   * An exec of a process, which deletes its timers and goes on; made while no other thread of it is
   * in a call.
   *
   * @param process the process
   */
  record Exec(int process) implements Call {}

  /**
   * A fork whose child gets the memory, and so the address, of a process that has ended; in scripts
   * only.
   *
   * @param process the process that has ended; from now on the new one
   */
  record Fork(int process) implements Call {}
}
