package org.ptstress.bench.host;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ptstress.bench.jvm.MeasuredJvm;
import org.ptstress.run.measurement.HostInfo;

/** Finds out which machine this is. */
public final class ThisMachine {
  private ThisMachine() {}

  /**
   * Describes this machine now. Starts {@code git} and waits for it, for some milliseconds.
   *
   * @return the description
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static HostInfo describe() throws InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return new HostInfo(
        CpuModel.ofThisMachine(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"),
        MeasuredJvm.FLAGS,
        memory(),
        GitCommit.of(Path.of("")),
        load < 0 ? null : load,
        Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }
}
