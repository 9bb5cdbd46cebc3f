package org.ptstress.stress.cost;

import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SlabAddresses;
import org.ptstress.stress.engine.hook.Memory;

/** A process with a timer at each id, and with its counter at the first one. */
final class FullProcess {
  private static final int ID_BITS = 2;

  /** The number of ids. */
  static final int IDS = 1 << ID_BITS;

  /** More than ids, so that no two share a bucket. */
  private static final int BUCKETS = 512;

  private static final int CPUS = 8;
  private static final int SEED = 2012;

  private final TimerSyscalls calls;
  private final Process process;
  private final SigEvent event = SigEvent.of(1);

  FullProcess(Design design, MarkedTable.Mark mark) {
    TableConfig config =
        new TableConfig(ID_BITS, BUCKETS, CPUS, LockKind.TICKET, ReclamationKind.COLLECTOR);
    // Gives the nodes of a skip list the same heights in every table.
    Memory.seed(1);
    Rcu rcu = config.reclamation().newRcu();
    calls = new TimerSyscalls(new MarkedTable(design.newTable(config, rcu), mark), config, rcu);
    process = new Process(new SlabAddresses(SEED).next(), Integer.MAX_VALUE, config.locks());
    for (int i = 0; i < IDS; i++) {
      create();
    }
    process.setNextTimerId(0);
  }

  /** Returns the id, or a negative number. */
  int create() {
    UserId id = UserId.of(0);
    int error = calls.timerCreate(process, ClockId.MONOTONIC, event, id);
    return error == 0 ? id.get() : Math.min(error, -1);
  }

  /** Deletes one timer, or none for an id past the last. */
  FullProcess without(int id) {
    if (id < IDS) {
      calls.timerDelete(process, id);
    }
    return this;
  }

  /** Deletes all timers. */
  FullProcess empty() {
    for (int id = 0; id < IDS; id++) {
      without(id);
    }
    return this;
  }

  /** Wraps the counter around to an id; a design may fail some creates before it gets there. */
  void goAround(int id) {
    without(id);
    int tries = 0;
    while (tries < 4 * IDS && create() != id) {
      tries++;
    }
  }

  /** Takes an id, in some tries, as a design may fail some. */
  void take() {
    int tries = 0;
    while (tries < 4 * IDS && create() < 0) {
      tries++;
    }
  }
}
