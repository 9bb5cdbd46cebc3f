package org.ptstress.stress.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.Process;
import org.ptstress.run.result.CheckResult;

/**
 * Checks how timers spread over the buckets, in the two cases that expose a hash which ignores
 * parts of its input (reference, section 6.3): one timer in each of 5,000 processes with slab-like
 * addresses, and 2,048 timers of one process whose ids lie 512 apart, as after creates and deletes
 * in between.
 */
final class BucketSpread {
  static final String NAME = "BucketSpread";
  static final List<Claim> CLAIMS = List.of(Claim.EVEN_BUCKETS);

  private static final int PROCESSES = 5_000;
  private static final int STRIDED = 2_048;
  private static final int STRIDE = 512;

  /**
   * The maximum ratio between the mean chain length seen by a random timer and that of random
   * placement. Good hashes reach at most 1.1, the RFC's 15, the multiplier of 2012 3.2.
   */
  private static final double EVEN = 1.5;

  private BucketSpread() {}

  static List<CheckResult> check(Design design) {
    TableConfig config = TableConfig.kernel(1);
    Calls processes = new Calls(design, config);
    for (int i = 0; i < PROCESSES; i++) {
      processes.create(processes.newProcess());
    }
    if (processes.table().chainLengths().length == 0) {
      return List.of(
          CheckResult.notRun(
              design.name(),
              NAME,
              Claim.EVEN_BUCKETS,
              "chainLengths shows no buckets; declare that the claim does not apply"));
    }
    Calls strides = new Calls(design, config);
    Process strider = strides.newProcess();
    for (int i = 0; i < STRIDED; i++) {
      strider.setNextTimerId(i * STRIDE);
      strides.create(strider);
    }
    return Stream.of(
            Stream.of(
                result(design, processes, PROCESSES, "processes with one timer each"),
                result(design, strides, STRIDED, "timers of one process at ids 512 apart")),
            processes.failedCreates().rows(design, NAME).stream(),
            strides.failedCreates().rows(design, NAME).stream())
        .flatMap(rows -> rows)
        .toList();
  }

  private static CheckResult result(Design design, Calls calls, int timers, String what) {
    int[] lengths = calls.table().chainLengths();
    long sum = Arrays.stream(lengths).asLongStream().sum();
    if (sum != timers) {
      // The table's own figures are compared with what the harness inserted.
      return CheckResult.notRun(
          design.name(),
          NAME,
          Claim.EVEN_BUCKETS,
          "chainLengths adds up to " + sum + " timers after " + timers + " creates");
    }
    long used = Arrays.stream(lengths).filter(length -> length > 0).count();
    int longest = Arrays.stream(lengths).max().orElse(0);
    double seen = Arrays.stream(lengths).mapToDouble(n -> (double) n * n).sum() / timers;
    double random = 1 + (timers - 1.0) / lengths.length;
    String detail =
        String.format(
            Locale.ROOT,
            "%,d %s use %,d of %,d buckets; the longest chain has %d timers, the"
                + " chain of a random timer %.1f, and %.1f with random placement.",
            timers,
            what,
            used,
            lengths.length,
            longest,
            seen,
            random);
    return CheckResult.ran(
        design.name(), NAME, Claim.EVEN_BUCKETS, seen <= EVEN * random, timers, detail);
  }
}
