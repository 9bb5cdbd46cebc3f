package org.ptstress.stress.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.SyscallEra;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SignalCharges;
import org.ptstress.model.timer.SlabAddresses;
import org.ptstress.model.timer.TimerInfo;

/**
 * The processes of one script on a design, with ids as wide as the kernel's. The table has two
 * chains: no result may depend on their number, and timers collide in few chains.
 */
final class ModelMachine {
  private static final TableConfig CONFIG = TableConfig.narrow(31);

  /** The result of a failed create that changed the memory of the id. */
  private static final String WROTE = "WROTE";

  private final TimerSyscalls syscalls;
  private final Users users;
  private final SlabAddresses addresses = new SlabAddresses(1);
  private final SignalCharges[] charges = new SignalCharges[ScriptLine.PROCESSES];
  private final Process[] processes = new Process[ScriptLine.PROCESSES];
  private final int[] limits = new int[ScriptLine.PROCESSES];
  private final List<NavigableSet<Integer>> live = new ArrayList<>();

  ModelMachine(Design design, SyscallEra era, Users users) {
    this.syscalls = TimerSyscalls.over(design, CONFIG, era);
    this.users = users;
    List<SignalCharges> shared =
        IntStream.range(0, Users.COUNT).mapToObj(user -> new SignalCharges()).toList();
    for (int i = 0; i < processes.length; i++) {
      live.add(new TreeSet<>());
      charges[i] = shared.get(i % Users.COUNT);
      start(i, Integer.MAX_VALUE);
    }
  }

  /** Scripts over a design. */
  static ScriptMachine of(Design design, SyscallEra era, Users users) {
    return script -> {
      ModelMachine machine = new ModelMachine(design, era, users);
      return script.stream().map(machine::call).toList();
    };
  }

  /** The ids of the timers that a process has. */
  NavigableSet<Integer> live(int process) {
    return live.get(process);
  }

  /** Makes a call; returns what it returned, as {@link ScriptMachine} spells it. */
  String call(ScriptLine line) {
    try {
      return make(line);
    } catch (RuntimeException e) {
      // No kernel returns this, so it is a difference.
      return e.getClass().getSimpleName();
    }
  }

  private String make(ScriptLine line) {
    int id = line.argument();
    Process process = processes[line.process()];
    return switch (line.kind()) {
      case CREATE, CREATE_DEFAULT -> create(line, ClockId.MONOTONIC, SigEvent.of(0));
      case CREATE_REALTIME -> create(line, ClockId.REALTIME, SigEvent.of(0));
      case CREATE_BOOTTIME -> create(line, ClockId.BOOTTIME, SigEvent.of(0));
      case CREATE_RAW_CLOCK -> create(line, ClockId.MONOTONIC_RAW, SigEvent.of(0));
      case CREATE_BAD_CLOCK -> create(line, null, SigEvent.of(0));
      case CREATE_BAD_SIGNAL, CREATE_BAD_NOTIFY -> create(line, ClockId.MONOTONIC, SigEvent.bad());
      case CREATE_BAD_POINTER -> create(line, ClockId.MONOTONIC, SigEvent.of(0), UserId.faulting());
      case CREATE_BAD_EVENT -> create(line, ClockId.MONOTONIC, null);
      case CREATE_ALL_BAD -> create(line, null, null, UserId.faulting());
      case GETTIME -> gettime(process, id);
      case GETOVERRUN -> text(syscalls.timerGetoverrun(process, id));
      case ARM -> text(syscalls.timerSettime(process, id, 1_000_000, 0));
      case ARM_PERIODIC -> text(syscalls.timerSettime(process, id, 1_000_000, 7));
      case DISARM -> text(syscalls.timerSettime(process, id, 0, 0));
      case SETTIME_BAD -> text(syscalls.timerSettime(process, id, -1, 0));
      case DELETE -> delete(line.process(), id);
      case PRCTL -> text(syscalls.prctl(process, id));
      case FORK -> fork(line.process());
      case EXEC -> exec(line.process());
      case COUNTER -> {
        process.setNextTimerId(id);
        yield text(0);
      }
      case START -> restart(line.process(), id < 0 ? Integer.MAX_VALUE : id);
    };
  }

  private String create(ScriptLine line, @Nullable ClockId clock, @Nullable SigEvent event) {
    return create(line, clock, event, UserId.of(line.argument()));
  }

  private String create(
      ScriptLine line, @Nullable ClockId clock, @Nullable SigEvent event, UserId id) {
    int before = id.get();
    int error = syscalls.timerCreate(processes[line.process()], clock, event, id);
    if (error == 0) {
      live.get(line.process()).add(id.get());
      return text(id.get());
    }
    return id.get() == before ? text(error) : WROTE;
  }

  private String gettime(Process process, int id) {
    TimerInfo info = new TimerInfo();
    int error = syscalls.timerGettime(process, id, info);
    int armed = (info.expiresNanos() != 0 ? 1 : 0) + (info.intervalNanos() != 0 ? 2 : 0);
    return text(error == 0 ? armed : error);
  }

  private String delete(int process, int id) {
    int error = syscalls.timerDelete(processes[process], id);
    if (error == 0) {
      live.get(process).remove(id);
    }
    return text(error);
  }

  private String fork(int process) {
    Process parent = processes[process];
    start(process, limits[process]);
    syscalls.exit(parent);
    return text(0);
  }

  private String exec(int process) {
    syscalls.exec(processes[process]);
    live.get(process).clear();
    return text(0);
  }

  private String restart(int process, int limit) {
    syscalls.exit(processes[process]);
    if (users == Users.APART) {
      charges[process] = new SignalCharges();
    }
    start(process, limit);
    return text(0);
  }

  private void start(int process, int limit) {
    live.get(process).clear();
    limits[process] = limit;
    processes[process] =
        new Process(
            addresses.next(), limit, CONFIG.locks(), Process.INITIAL_NAMESPACE, charges[process]);
  }

  private static String text(int result) {
    return result < 0 ? Errno.name(result) : Integer.toString(result);
  }
}
