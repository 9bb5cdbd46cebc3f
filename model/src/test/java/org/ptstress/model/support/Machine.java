package org.ptstress.model.support;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SlabAddresses;
import org.ptstress.model.timer.TimerInfo;

/** An empty table with its system calls and processes; its calls give an id or a negated errno. */
public final class Machine {
  private final TableConfig config;
  private final TimerSyscalls syscalls;
  private final SlabAddresses addresses = new SlabAddresses(1);

  /** Boots a machine with a design. */
  public Machine(Design design, TableConfig config) {
    this.config = config;
    this.syscalls = TimerSyscalls.over(design, config);
  }

  public TimerTable table() {
    return syscalls.table();
  }

  public TimerSyscalls syscalls() {
    return syscalls;
  }

  /** A process without a limit on its signals. */
  public Process newProcess() {
    return newProcess(Integer.MAX_VALUE);
  }

  /** A process with RLIMIT_SIGPENDING. */
  public Process newProcess(int signalLimit) {
    return new Process(addresses.next(), signalLimit, config.locks());
  }

  /** A process of a namespace, without a limit on its signals. */
  public Process newProcessIn(int namespace) {
    return new Process(addresses.next(), Integer.MAX_VALUE, config.locks(), namespace);
  }

  /** Creates a plain timer. */
  public int create(Process process) {
    return create(process, ClockId.MONOTONIC, SigEvent.of(0), UserId.of(0));
  }

  /** Creates a plain timer whose signal carries a value. */
  public int create(Process process, long value) {
    return create(process, ClockId.MONOTONIC, SigEvent.of(value), UserId.of(0));
  }

  /** Creates a timer in restore mode. */
  public int createAt(Process process, int id) {
    return create(process, ClockId.MONOTONIC, SigEvent.of(0), UserId.of(id));
  }

  /** Creates a timer with all arguments. */
  public int create(Process process, @Nullable ClockId clock, @Nullable SigEvent event, UserId id) {
    int error = syscalls.timerCreate(process, clock, event, id);
    return error == 0 ? id.get() : error;
  }

  /** Reads a timer and forgets what it says. */
  public int gettime(Process process, int id) {
    return syscalls.timerGettime(process, id, new TimerInfo());
  }

  /** Reads a timer that must exist. */
  public TimerInfo read(Process process, int id) {
    TimerInfo info = new TimerInfo();
    int error = syscalls.timerGettime(process, id, info);
    if (error != 0) {
      throw new AssertionError("timer_gettime of " + id + " gives " + error);
    }
    return info;
  }

  /** The timer object behind an id that must exist. */
  public KTimer timer(Process process, int id) {
    KTimer timer = read(process, id).timer();
    if (timer == null) {
      throw new AssertionError("timer_gettime succeeded without a timer");
    }
    return timer;
  }

  public int delete(Process process, int id) {
    return syscalls.timerDelete(process, id);
  }

  /** The published timers of a process. */
  public List<KTimer> timersOf(Process process) {
    List<KTimer> timers = new ArrayList<>();
    table().forEachOf(process, timers::add);
    return timers;
  }

  /** Everything that is hashed now. */
  public List<KTimer> hashed() {
    List<KTimer> timers = new ArrayList<>();
    table().forEach(timers::add);
    return timers;
  }
}
