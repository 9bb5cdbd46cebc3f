package org.ptstress.stress.kernel;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.SyscallEra;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerInfo;

/**
 * Calls concurrent with a create that is stopped between insertion and publication, on a design.
 * The C program makes them on a kernel, where the id's memory blocks the create.
 */
final class HalfBuilt {
  /** The display names of the calls. */
  static final List<String> CALLS =
      List.of(
          "create",
          "gettime 1, half built",
          "delete 1, half built",
          "prctl 1",
          "create 1",
          "prctl 0",
          "create",
          "the half-built create",
          "its id",
          "gettime 1",
          "delete 1",
          "delete 1");

  private static final int CREATED = CALLS.lastIndexOf("create");
  private static final int ITS_ID = CALLS.indexOf("its id");
  private static final int FIRST_DELETE = CALLS.indexOf("delete 1");
  private static final int SECOND_DELETE = CALLS.lastIndexOf("delete 1");

  private static final TableConfig CONFIG = TableConfig.narrow(31);

  private final TimerSyscalls syscalls;
  private final Process process = new Process(2, Integer.MAX_VALUE, LockKind.TICKET);
  private final List<Runnable> unpublished = new ArrayList<>();
  private boolean stalls;

  private HalfBuilt(Design design, SyscallEra era) {
    Rcu rcu = CONFIG.reclamation().newRcu();
    TimerTable table = design.newTable(CONFIG, rcu);
    TimerTable stalling =
        (TimerTable)
            Proxy.newProxyInstance(
                TimerTable.class.getClassLoader(),
                new Class<?>[] {TimerTable.class},
                (proxy, method, arguments) -> {
                  if (stalls && method.getName().equals("publish")) {
                    unpublished.add(
                        () -> table.publish((Process) arguments[0], (KTimer) arguments[1]));
                    return null;
                  }
                  return method.invoke(table, arguments);
                });
    this.syscalls = new TimerSyscalls(stalling, CONFIG, rcu, era);
  }

  /**
   * The results of the calls.
   *
   * @param design the table
   * @param era the system calls
   * @param jumps whether the counter is set to the id of the half-built timer before the last
   *     create
   * @return a result for each of {@link #CALLS}
   */
  static List<String> expected(Design design, SyscallEra era, boolean jumps) {
    return new HalfBuilt(design, era)
        .run(jumps).stream()
            .map(result -> result < 0 ? Errno.name(result) : Integer.toString(result))
            .toList();
  }

  /** Whether the last create got the id of the half-built timer, which still exists. */
  static boolean areTwoOfOneId(List<String> answers) {
    return answers.get(CREATED).equals(answers.get(ITS_ID))
        && answers.get(FIRST_DELETE).equals("0")
        && answers.get(SECOND_DELETE).equals("0");
  }

  private List<Integer> run(boolean jumps) {
    List<Integer> results = new ArrayList<>();
    results.add(create(0));
    stalls = true;
    final int id = create(0);
    stalls = false;
    results.add(gettime());
    results.add(delete());
    results.add(syscalls.prctl(process, TimerSyscalls.RESTORE_IDS_ON));
    results.add(create(1));
    results.add(syscalls.prctl(process, TimerSyscalls.RESTORE_IDS_OFF));
    if (jumps) {
      process.setNextTimerId(1);
    }
    results.add(create(0));
    unpublished.forEach(Runnable::run);
    results.add(Math.min(id, 0));
    results.add(id);
    results.add(gettime());
    results.add(delete());
    results.add(delete());
    return results;
  }

  private int create(int wanted) {
    UserId id = UserId.of(wanted);
    int error = syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.of(0), id);
    return error == 0 ? id.get() : error;
  }

  private int gettime() {
    return syscalls.timerGettime(process, 1, new TimerInfo());
  }

  private int delete() {
    return syscalls.timerDelete(process, 1);
  }
}
