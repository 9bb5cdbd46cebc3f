package org.ptstress.stress.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SlabAddresses;
import org.ptstress.model.timer.TimerInfo;
import org.ptstress.run.result.CheckResult;

/**
 * Oversubscribes the CPUs with threads that create, read and delete their own timers. Lock holders
 * are preempted now and then, and others wait long enough for on-stack replacement of their wait
 * loop. No schedule is forced. The fault that only this check finds is a thread that never returns.
 */
final class Contention {
  static final String NAME = "Contention";
  static final List<Claim> CLAIMS =
      List.of(
          Claim.NO_LOST_TIMER, Claim.NO_STALE_FIND, Claim.EAGAIN_ONLY_WHEN_FULL, Claim.CALLS_END);

  private static final int PROCESSES = 2;
  private static final Duration LENGTH = Duration.ofMillis(400);

  /** The minimum for each thread, which may start only after the time on a busy machine. */
  private static final int LEAST_CREATES = 1_000;

  private final TimerSyscalls syscalls;
  private final FailedCreates failedCreates = new FailedCreates();
  private final long end = System.nanoTime() + LENGTH.toNanos();

  private Contention(TimerSyscalls syscalls) {
    this.syscalls = syscalls;
  }

  static List<CheckResult> check(Design design) {
    TableConfig config = TableConfig.narrow(31).withLocks(LockKind.TEST_AND_SET);
    Contention contention = new Contention(TimerSyscalls.over(design, config));
    SlabAddresses addresses = new SlabAddresses(1);
    List<FutureTask<Counts>> tasks = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      Process process = new Process(addresses.next(), Integer.MAX_VALUE, config.locks());
      for (int thread = 0; thread < Runtime.getRuntime().availableProcessors(); thread++) {
        int token = tasks.size();
        Callable<Counts> loop = () -> contention.loop(process, token);
        tasks.add(new FutureTask<>(loop));
      }
    }
    for (FutureTask<Counts> task : tasks) {
      Thread thread = new Thread(task, "contention");
      // A daemon: a thread that spins for ever must not keep the JVM alive.
      thread.setDaemon(true);
      thread.start();
    }
    Counts sum = new Counts(0, 0, 0);
    for (FutureTask<Counts> task : tasks) {
      sum = sum.plus(result(task));
    }
    String detail =
        String.format(
            Locale.ROOT,
            "%d threads of %d processes created %,d timers; %d were lost, %d"
                + " lookups were stale.",
            tasks.size(),
            PROCESSES,
            sum.timers,
            sum.lost,
            sum.stale);
    List<CheckResult> rows = new ArrayList<>(contention.failedCreates.rows(design, NAME));
    for (Claim claim : CLAIMS) {
      boolean held =
          switch (claim) {
            case NO_LOST_TIMER -> sum.lost == 0;
            case NO_STALE_FIND -> sum.stale == 0;
            default -> true;
          };
      if (sum.timers == 0) {
        rows.add(CheckResult.notRun(design.name(), NAME, claim, "no create succeeds"));
      } else if (contention.failedCreates.of(claim) == null) {
        rows.add(CheckResult.ran(design.name(), NAME, claim, held, sum.timers, detail));
      }
    }
    return rows;
  }

  private Counts loop(Process process, int token) {
    long creates = 0;
    long timers = 0;
    long lost = 0;
    long stale = 0;
    UserId id = UserId.of(0);
    TimerInfo info = new TimerInfo();
    while (creates < LEAST_CREATES || System.nanoTime() - end < 0) {
      long value = creates++ * Byte.MAX_VALUE + token;
      int error =
          CallThrew.unless(
              () -> syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.of(value), id));
      if (failedCreates.note(error, "beside other threads, with ids of 31 bits")) {
        continue;
      }
      timers++;
      if (CallThrew.unless(() -> syscalls.timerGettime(process, id.get(), info)) != 0) {
        lost++;
      } else if (info.sigevValue() != value) {
        stale++;
      }
      lost += CallThrew.unless(() -> syscalls.timerDelete(process, id.get())) == 0 ? 0 : 1;
    }
    return new Counts(timers, lost, stale);
  }

  private static Counts result(FutureTask<Counts> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CallThrew thrown) {
        throw thrown;
      }
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The check was interrupted.", e);
    }
  }

  private record Counts(long timers, long lost, long stale) {
    Counts plus(Counts other) {
      return new Counts(timers + other.timers, lost + other.lost, stale + other.stale);
    }
  }
}
