package org.ptstress.stress.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.ptstress.stress.result.CheckResult;
import org.ptstress.stress.result.RunStatus;

/**
 * Creates one timer in each of 5,000 processes with slab-like addresses, and counts the buckets
 * that are used: the case that brings out a hash that ignores parts of the pointer (reference,
 * section 6.3).
 */
final class BucketSpread {
  static final String NAME = "BucketSpread";

  private static final int PROCESSES = 5_000;
  private static final long SEED = 20121001;

  /**
   * The least share of buckets in use that counts as even. Random placement of 5,000 timers leaves
   * one of 512 buckets empty in 18,000 tries, so this leaves room for a hash that is merely good.
   */
  private static final double EVEN_SHARE = 0.9;

  private BucketSpread() {}

  static List<CheckResult> check(Design design) {
    TableConfig config = TableConfig.kernel(1);
    TimerSyscalls syscalls = TimerSyscalls.over(design, config);
    SlabAddresses addresses = new SlabAddresses(SEED);
    for (int i = 0; i < PROCESSES; i++) {
      Process process = new Process(addresses.next(), Integer.MAX_VALUE, LockKind.TICKET);
      int error = syscalls.timerCreate(process, ClockId.MONOTONIC, SigEvent.of(0), UserId.of(0));
      if (error != 0) {
        throw new IllegalStateException("timer_create failed with " + error + ".");
      }
    }
    int[] lengths = syscalls.table().chainLengths();
    if (lengths.length == 0) {
      return List.of();
    }
    long used = Arrays.stream(lengths).filter(length -> length > 0).count();
    int longest = Arrays.stream(lengths).max().orElse(0);
    double seen = Arrays.stream(lengths).mapToDouble(n -> (double) n * n).sum() / PROCESSES;
    String detail =
        String.format(
            Locale.ROOT,
            "%,d processes with one timer each use %d of %d buckets; the longest chain has %d timers, a random timer's"
                + " %.1f.",
            PROCESSES,
            used,
            lengths.length,
            longest,
            seen);
    boolean held = used >= EVEN_SHARE * lengths.length;
    return List.of(
        new CheckResult(
            design.name(), NAME, Claim.EVEN_BUCKETS, RunStatus.RUN, "", held, PROCESSES, detail));
  }
}
