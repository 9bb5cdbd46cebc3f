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
      List.of(Claim.NO_LOST_TIMER, Claim.NO_STALE_FIND, Claim.CALLS_END);

  private static final int PROCESSES = 2;
  private static final Duration LENGTH = Duration.ofMillis(400);

  /** The minimum for each thread, which may start only after the time on a busy machine. */
  private static final int LEAST_TIMERS = 1_000;

  private final TimerSyscalls syscalls;
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
    return List.of(
        row(design, Claim.NO_LOST_TIMER, sum.lost == 0, sum.timers, detail),
        row(design, Claim.NO_STALE_FIND, sum.stale == 0, sum.timers, detail),
        row(design, Claim.CALLS_END, true, sum.timers, detail));
  }

  private Counts loop(Process process, int token) {
    long timers = 0;
    long lost = 0;
    long stale = 0;
    UserId id = UserId.of(0);
    TimerInfo info = new TimerInfo();
    while (timers < LEAST_TIMERS || System.nanoTime() - end < 0) {
      long value = timers * Byte.MAX_VALUE + token;
      int error =
          CallThrew.unless(
              () -> syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.of(value), id));
      if (error != 0) {
        throw new IllegalStateException("timer_create failed although ids are free.");
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

  private static CheckResult row(
      Design design, Claim claim, boolean held, long samples, String detail) {
    return CheckResult.ran(design.name(), NAME, claim, held, samples, detail);
  }

  private record Counts(long timers, long lost, long stale) {
    Counts plus(Counts other) {
      return new Counts(timers + other.timers, lost + other.lost, stale + other.stale);
    }
  }
}
