package org.ptstress.bench.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time taken from running threads by the hypervisor and by interrupts. */
public final class StolenTime {
  private static final Path STAT = Path.of("/proc/stat");

  /** Linux counts in units of 1/100 s on every architecture that Java runs on. */
  private static final long UNIT_NANOS = 10_000_000;

  /** The columns of the times in the first line: behind user, nice, system, idle and iowait. */
  private static final int IRQ = 6;

  private static final int STEAL = 8;

  private StolenTime() {}

  /** The time in ns since the start of the machine, all CPUs together; 0 where it is unknown. */
  public static long nanos() {
    try {
      String all = Files.readString(STAT, StandardCharsets.US_ASCII).lines().findFirst().orElse("");
      return ofLine(all);
    } catch (IOException e) {
      // Another system, or a container that hides it.
      return 0;
    }
  }

  /** The time by the line about all CPUs. */
  static long ofLine(String all) {
    String[] fields = all.trim().split(" +", -1);
    long units = 0;
    for (int i = IRQ; i <= STEAL && i < fields.length; i++) {
      units += Long.parseLong(fields[i]);
    }
    return units * UNIT_NANOS;
  }
}
