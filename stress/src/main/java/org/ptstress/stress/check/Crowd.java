package org.ptstress.stress.check;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.fault.Fault;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.syscall.SigEvent;
import org.ptstress.model.syscall.TimerSyscalls;
import org.ptstress.model.syscall.UserId;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.SlabAddresses;
import org.ptstress.model.timer.TimerInfo;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.RunStatus;

/**
 * Many timers at a time, most of them of one process, and one in sixteen of a process of its own.
 * What a table counts or numbers in a few bits, and what does not fit where its first timers are,
 * shows in no scenario: those have a handful of timers.
 *
 * <p>The number of timers doubles until there are enough: the same number of every design, on every
 * machine. A seeded fault has few, because faults show among few timers. A table whose calls get
 * longer with the number of timers runs out of time; what was not seen broken by then rests on as
 * few as a fault has, or is not decided if these take too long.
 */
final class Crowd {
  static final String NAME = "Crowd";
  static final List<Claim> CLAIMS =
      List.of(
          Claim.UNIQUE_IDS,
          Claim.EAGAIN_ONLY_WHEN_FULL,
          Claim.VALID_IDS,
          Claim.NO_LOST_TIMER,
          Claim.NO_STALE_FIND,
          Claim.NO_LEAK_ON_EXIT);

  private static final int LEAST = 600;

  /** More than 16 bits count, of the one process, too. */
  static final int MOST = LEAST << 7;

  /** Of a seeded fault, and of any design first: a walk through all in one chain stays short. */
  static final int FEW = LEAST << 2;

  /** Of so many timers one has a process of its own, which may cost a table much memory. */
  private static final int TIMERS_FOR_A_PROCESS = 16;

  /** Chains stay short, so that the check is about numbers. */
  private static final int BUCKETS = 1 << 14;

  private static final int CPUS = 8;

  /**
   * The limit of this thread's CPU time. A table without long walks takes a tenth of it; the walks
   * of one with a single chain take minutes, in which they prove nothing. It is shorter than the
   * limit of every check, which takes what does not end for a hang.
   */
  static final Duration LIMIT = Duration.ofSeconds(4);

  private static final int CALLS_BETWEEN_LOOKS = 64;

  private final Design design;
  private final int most;
  private final SlabAddresses addresses = new SlabAddresses(1);
  private final TableConfig config =
      new TableConfig(31, BUCKETS, CPUS, LockKind.TICKET, ReclamationKind.GRACE_PERIOD);
  private final TimerSyscalls syscalls;
  private final Process crowded;
  private final List<Timer> timers = new ArrayList<>();
  private final Set<Integer> ids = new HashSet<>();
  private final FailedCreates failedCreates = new FailedCreates();
  private final LongSupplier clock;
  private final long end;
  private long calls;
  private boolean late;

  private @Nullable String twice;
  private @Nullable String lost;
  private @Nullable String stale;
  private @Nullable String leaked;

  /** A timer, and what its signal carries. */
  private record Timer(Process owner, int id, long value) {
    String text() {
      return "timer " + value + " with id " + id;
    }
  }

  private Crowd(Design design, int most, LongSupplier clock, long end) {
    this.design = design;
    this.clock = clock;
    this.end = end;
    this.most = most;
    this.syscalls = TimerSyscalls.over(design, config);
    this.crowded = newProcess();
  }

  static List<CheckResult> check(Design design) {
    return check(design, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
  }

  /** Checks a design by another clock, in nanoseconds. */
  static List<CheckResult> check(Design design, LongSupplier clock) {
    long end = clock.getAsLong() + LIMIT.toNanos();
    List<CheckResult> few = new Crowd(design, FEW, clock, end).rows();
    if (design instanceof Fault || !few.stream().allMatch(Crowd::isRun)) {
      return few;
    }
    List<CheckResult> many = new Crowd(design, MOST, clock, end).rows();
    return IntStream.range(0, few.size())
        .mapToObj(i -> few.get(i).held() && isRun(many.get(i)) ? many.get(i) : few.get(i))
        .toList();
  }

  private static boolean isRun(CheckResult row) {
    return row.status() == RunStatus.RUN;
  }

  private List<CheckResult> rows() {
    boolean goesOn = true;
    for (int count = LEAST; count <= most && goesOn; count *= 2) {
      goesOn = create(count);
      find();
    }
    int created = timers.size();
    end(created / 2);
    return List.of(
        row(Claim.UNIQUE_IDS, twice, created),
        row(Claim.EAGAIN_ONLY_WHEN_FULL, failedCreates.of(Claim.EAGAIN_ONLY_WHEN_FULL), created),
        row(Claim.VALID_IDS, failedCreates.of(Claim.VALID_IDS), created),
        row(Claim.NO_LOST_TIMER, lost, created),
        row(Claim.NO_STALE_FIND, stale, created),
        row(Claim.NO_LEAK_ON_EXIT, leaked, created));
  }

  private Process newProcess() {
    return new Process(addresses.next(), Integer.MAX_VALUE, config.locks());
  }

  /** Creates timers until there are so many; returns whether to go on. */
  private boolean create(int count) {
    while (timers.size() < count) {
      if (isLate()) {
        return false;
      }
      int number = timers.size();
      Process owner = number % TIMERS_FOR_A_PROCESS == 0 ? newProcess() : crowded;
      UserId id = UserId.of(0);
      int error =
          CallThrew.unless(
              () -> syscalls.timerCreate(owner, ClockId.MONOTONIC, SigEvent.of(number), id));
      if (failedCreates.note(error, "beside " + number + " timers, with ids of 31 bits")) {
        return false;
      }
      Timer timer = new Timer(owner, id.get(), number);
      if (owner == crowded && !ids.add(timer.id)) {
        twice = "A create beside " + number + " timers returns the id of one, " + timer.id + ".";
        return false;
      }
      timers.add(timer);
    }
    return true;
  }

  /** Whether the time is up; to be asked before each call. */
  private boolean isLate() {
    late |= calls++ % CALLS_BETWEEN_LOOKS == 0 && clock.getAsLong() > end;
    return late;
  }

  private void find() {
    for (Timer timer : timers) {
      if (lost != null || stale != null || isLate()) {
        return;
      }
      find(timer);
    }
  }

  private void find(Timer timer) {
    TimerInfo info = new TimerInfo();
    if (get(timer, info) != 0) {
      lost = "Of " + timers.size() + " timers " + timer.text() + " is not found.";
    } else if (info.sigevValue() != timer.value) {
      stale =
          "Among " + timers.size() + " a lookup of " + timer.text() + " finds " + info.sigevValue();
    }
  }

  private int get(Timer timer, TimerInfo info) {
    return CallThrew.unless(() -> syscalls.timerGettime(timer.owner, timer.id, info));
  }

  /** Ends all processes, of the one process some timers before, which are deleted. */
  private void end(int deleted) {
    for (Timer timer : timers) {
      if (timer.owner != crowded || timer.value < deleted) {
        if (isLate()) {
          return;
        }
        end(timer);
      }
    }
    exitOfCrowded();
  }

  /** Deletes a timer of the one process, or ends a process of one timer. */
  private void end(Timer timer) {
    boolean ends = timer.owner != crowded;
    if (ends) {
      exit(timer.owner);
    } else if (CallThrew.unless(() -> syscalls.timerDelete(timer.owner, timer.id)) != 0) {
      lost = "Of " + timers.size() + " timers " + timer.text() + " cannot be deleted.";
      return;
    }
    if (get(timer, new TimerInfo()) == 0) {
      String found = "Of " + timers.size() + " timers " + timer.text() + " is found after its end.";
      if (ends) {
        leaked = found;
      } else {
        stale = found;
      }
    }
  }

  /**
   * Ends the one process with all its timers that are left. What its table has released without an
   * end is found no more, but its signal stays charged.
   */
  private void exitOfCrowded() {
    exit(crowded);
    int left = crowded.signalsCharged();
    if (left != 0) {
      leaked = "The exit of a process ended all of its timers but " + left + ".";
    }
  }

  private void exit(Process process) {
    CallThrew.unless(
        () -> {
          syscalls.exit(process);
          return 0;
        });
  }

  private CheckResult row(Claim claim, @Nullable String witness, int created) {
    if (witness == null && (late || created == 0)) {
      return CheckResult.notRun(
          design.name(), NAME, claim, late ? outOfTime(created) : "no create succeeds");
    }
    String held =
        String.format(
            Locale.ROOT,
            "%,d timers at a time, most of them of one process, were told apart.",
            created);
    return CheckResult.ran(
        design.name(),
        NAME,
        claim,
        witness == null,
        Math.max(1, created),
        witness == null ? held : witness);
  }

  private String outOfTime(int created) {
    return String.format(
        Locale.ROOT,
        "its calls took more than %d s of CPU time beside %,d of %,d timers, which proves nothing;"
            + " shorten the walks through them",
        LIMIT.toSeconds(),
        created,
        most);
  }
}
