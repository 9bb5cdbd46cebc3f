package org.ptstress.stress.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.Process;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.RunStatus;

/**
 * Whether {@link org.ptstress.model.TimerTable#forEach} visits what the harness knows to be there.
 * All that is said of timers that stay hashed rests on it: a table that shows nothing would keep
 * every promise about them.
 */
final class AuditHooks {
  static final String NAME = "AuditHooks";
  static final List<Claim> CLAIMS = List.of(Claim.NO_DANGLING_TIMER, Claim.NO_LEAK_ON_EXIT);

  private static final int ID_BITS = 4;
  private static final int TIMERS = 3;
  private static final long[] ADDRESSES = {0xffff888012345680L, 0xffff8880abcdef40L};

  private AuditHooks() {}

  static List<CheckResult> check(Design design) {
    TableConfig config = TableConfig.narrow(ID_BITS);
    TimerSyscalls syscalls = TimerSyscalls.over(design, config);
    List<Timer> live = new ArrayList<>();
    for (long address : ADDRESSES) {
      Process process = new Process(address, Integer.MAX_VALUE, config.locks());
      for (int i = 0; i < TIMERS; i++) {
        UserId id = UserId.of(0);
        int error =
            CallThrew.unless(
                () -> syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.of(0), id));
        if (error == 0) {
          live.add(new Timer(address, id.get()));
        }
      }
      if (live.isEmpty()) {
        break;
      }
      // One fewer, so that a table cannot show just what it has ever been given.
      Timer last = live.get(live.size() - 1);
      if (CallThrew.unless(() -> syscalls.timerDelete(process, last.id())) == 0) {
        live.remove(last);
      }
    }
    Map<Timer, Integer> visits = new HashMap<>();
    syscalls
        .table()
        .forEach(timer -> visits.merge(new Timer(timer.signal(), timer.id()), 1, Integer::sum));
    long once = live.stream().filter(timer -> visits.getOrDefault(timer, 0) == 1).count();
    return CLAIMS.stream().map(claim -> row(design, claim, once, live.size())).toList();
  }

  private static CheckResult row(Design design, Claim claim, long once, int live) {
    return once < live || live == 0
        ? CheckResult.notRun(
            design.name(),
            NAME,
            claim,
            "forEach visits "
                + once
                + " of "
                + live
                + " live timers once; have it visit all that is hashed")
        : new CheckResult(
            design.name(),
            NAME,
            claim,
            RunStatus.RUN,
            "",
            true,
            1,
            "forEach visits each of " + live + " live timers once.");
  }

  /** A timer as its owner knows it. */
  private record Timer(long owner, int id) {}
}
