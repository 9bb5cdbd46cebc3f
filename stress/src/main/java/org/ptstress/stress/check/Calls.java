package org.ptstress.stress.check;

import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SlabAddresses;
import org.ptstress.model.timer.TimerInfo;
import org.ptstress.model.timer.TimerSlab;
import org.ptstress.stress.scenario.StrictSections;

/** System calls over an empty table of a design. One that throws becomes a {@link CallThrew}. */
final class Calls {
  private static final long SEED = 20121001;

  private final SlabAddresses addresses = new SlabAddresses(SEED);
  private final TableConfig config;
  private final TimerSyscalls syscalls;
  private final FailedCreates failedCreates = new FailedCreates();

  Calls(Design design, TableConfig config) {
    this.config = config;
    Rcu rcu = new StrictSections(config.reclamation().newRcu());
    this.syscalls = new TimerSyscalls(design.newTable(config, rcu), config, rcu);
  }

  TimerTable table() {
    return syscalls.table();
  }

  Process newProcess() {
    return new Process(addresses.next(), Integer.MAX_VALUE, config.locks());
  }

  /** The creates that failed. */
  FailedCreates failedCreates() {
    return failedCreates;
  }

  /** Creates a timer; returns its id, or a negated error number. */
  int create(Process process) {
    UserId id = UserId.of(0);
    int error =
        CallThrew.unless(
            () -> syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.of(0), id));
    return failedCreates.note(error, "with ids of " + config.idBits() + " bits") ? error : id.get();
  }

  /** Inserts a timer at a given id, without a system call; returns the id or an error number. */
  int insertAt(Process process, int id) {
    Rcu rcu = config.reclamation().newRcu();
    KTimer timer = new TimerSlab(config.locks(), config.reclamation(), rcu).allocate();
    return CallThrew.unless(() -> table().insertAt(process, timer, id));
  }

  /** Deletes a timer; returns 0 or a negated error number. */
  int delete(Process process, int id) {
    return CallThrew.unless(() -> syscalls.timerDelete(process, id));
  }

  /** Whether the process finds a timer at an id. */
  boolean finds(Process process, int id) {
    return CallThrew.unless(() -> syscalls.timerGettime(process, id, new TimerInfo())) == 0;
  }

  /** Ends a process. */
  void exit(Process process) {
    CallThrew.unless(
        () -> {
          syscalls.exit(process);
          return 0;
        });
  }
}
