package org.ptstress.reports.projection;

import java.util.List;
import java.util.Locale;

/**
 * A line of the table in the cover letter of the 2025 series (changelog of commit 1535cb80286e),
 * made on a machine with 64 CPUs.
 *
 * @param method what is done: {@code create}, {@code getoverrun} or {@code createDelete}
 * @param timers the number of timers that each thread creates, or how often it creates and deletes
 *     one
 * @param threads the number of threads or processes at once
 * @param ownProcesses whether each thread is a process
 * @param millis milliseconds of a thread: mainline, Dumazet's series, the new hash, an xarray
 */
public record Published(
    String method, int timers, int threads, boolean ownProcesses, List<Double> millis) {
  /** The column of mainline, which is {@code BoundedScanHash}. */
  public static final int MAINLINE = 0;

  /** The column of the new hash, which is {@code BucketLockHash}. */
  public static final int NEW_HASH = 2;

  /** Threads or processes at once. */
  public static final int CROWD = 63;

  /** The designs of the columns. */
  public static final List<String> COLUMNS =
      List.of("BoundedScanHash", "PrecheckHash", "BucketLockHash", "ProcessIdr");

  /** All lines. */
  public static final List<Published> LETTER =
      List.of(
          alone("create", 20_000, 23, 23, 9, 8),
          alone("create", 50_000, 98, 219, 20, 18),
          alone("create", 100_000, 313, 750, 48, 33),
          alone("getoverrun", 20_000, 14, 14, 5, 4),
          alone("getoverrun", 50_000, 62, 62, 10, 9),
          alone("getoverrun", 100_000, 261, 260, 20, 14),
          crowd("create", 20_000, false, 180_239, 38_599, 579, 813),
          crowd("create", 20_000, true, 157_253, 40_008, 83, 60),
          crowd("getoverrun", 20_000, false, 2_645, 2_642, 32, 7),
          crowd("getoverrun", 20_000, true, 2_611, 2_614, 40, 4),
          crowd("createDelete", 100_000, false, 5_917, 5_897, 5_473, 7_846),
          crowd("createDelete", 100_000, true, 5_137, 7_828, 891, 872));

  public Published {
    millis = List.copyOf(millis);
  }

  private static Published alone(
      String method, int timers, double mainline, double series, double hash, double xarray) {
    return new Published(method, timers, 1, false, List.of(mainline, series, hash, xarray));
  }

  private static Published crowd(
      String method,
      int timers,
      boolean ownProcesses,
      double mainline,
      double series,
      double hash,
      double xarray) {
    return new Published(
        method, timers, CROWD, ownProcesses, List.of(mainline, series, hash, xarray));
  }

  /**
   * Whether there are several threads or processes.
   *
   * @return whether there are
   */
  public boolean isCrowd() {
    return threads > 1;
  }

  /**
   * The workload in words.
   *
   * @return in words
   */
  public String words() {
    String count = String.format(Locale.ROOT, "%,d", timers);
    String work =
        method.equals("createDelete")
            ? "create and delete, " + count + " times"
            : method + " of " + count + " timers";
    return isCrowd()
        ? work + ", each of " + threads + (ownProcesses ? " processes" : " threads")
        : work;
  }
}
