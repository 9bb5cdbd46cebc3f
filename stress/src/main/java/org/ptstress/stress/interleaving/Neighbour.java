package org.ptstress.stress.interleaving;

import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.spec.ScenarioPlan;

/**
 * The choice of a process that shares a lock with process 0 in the table at hand: process 0 is kept
 * from ending an insert, and another thread inserts for one process after the other until it comes
 * no further, and does so again for that process in a fresh table. The search, not this trial, is
 * the evidence: a wrong choice costs a search that finds nothing.
 *
 * @param address the address of the process; that of process 1 if none was found
 * @param failure why none was found that may be there: what the design did; or ""
 */
record Neighbour(long address, String failure) {
  /** Where there is nothing to choose. */
  static final Neighbour ANY = new Neighbour(ScenarioPlan.SECOND_ADDRESS, "");

  private static final int PROCESSES = 2_000;

  /**
   * Chooses.
   *
   * @param design the design
   * @param narrow the dimensions of the search
   */
  static Neighbour of(Design design, TableConfig narrow) {
    String failure = "";
    for (Stall stall : Stall.values()) {
      try {
        long found = stall.tried(design, narrow, ScenarioPlan.SECOND_ADDRESS, PROCESSES);
        // A thread may wait for the machine, too, but hardly twice in the same insert.
        if (found != InsertTrial.NONE && stall.tried(design, narrow, found, 1) == found) {
          return new Neighbour(found, "");
        }
      } catch (InsertTrial.ThrewException e) {
        failure =
            "it threw "
                + e.getCause()
                + " in inserts of many processes, by which one that shares a lock is found";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return new Neighbour(ScenarioPlan.SECOND_ADDRESS, failure);
  }

  /** How process 0 is kept from ending its insert. */
  private enum Stall {
    /** It is held where it assigns the id: many tables do that under their lock. */
    AT_ID {
      @Override
      long stuck(InsertTrial trial, long first, int processes) throws InterruptedException {
        return trial.besideHeldInsert(first, processes);
      }
    },
    /** The harness holds what the insert cannot do without. */
    AT_LOCK {
      @Override
      long stuck(InsertTrial trial, long first, int processes) throws InterruptedException {
        return trial.besideHeldLock(first, processes);
      }
    };

    abstract long stuck(InsertTrial trial, long first, int processes) throws InterruptedException;

    final long tried(Design design, TableConfig narrow, long first, int processes)
        throws InterruptedException {
      InsertTrial trial = new InsertTrial(design, narrow);
      long found = stuck(trial, first, processes);
      if (found == InsertTrial.NONE) {
        trial.rethrow();
      }
      return found;
    }
  }
}
