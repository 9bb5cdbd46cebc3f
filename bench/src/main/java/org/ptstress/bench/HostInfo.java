package org.ptstress.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine that results were measured on, as {@code host.json} has it. Results are comparable
 * where all but the last four agree.
 *
 * @param cpuModel the model of the CPU, as far as the system tells
 * @param cpus how many CPUs the JVM may use
 * @param kernel name and version of the operating system
 * @param architecture as Java's {@code os.arch}
 * @param jdk version and vendor
 * @param jvmFlags the flags of the JVMs that measure
 * @param memoryBytes the memory of the machine or container, 0 if unknown
 * @param commit the commit checked out in the current directory, with {@code -dirty} if files
 *     differ from it; null outside a checkout
 * @param loadAverage runnable threads on average over the last minute, null if the system does not
 *     tell
 * @param recordedAt when, ISO 8601 in UTC
 */
public record HostInfo(
    String cpuModel,
    int cpus,
    String kernel,
    String architecture,
    String jdk,
    List<String> jvmFlags,
    long memoryBytes,
    @Nullable String commit,
    @Nullable Double loadAverage,
    String recordedAt) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Copies the list. */
  public HostInfo {
    jvmFlags = List.copyOf(jvmFlags);
  }

  /**
   * Describes this machine now. Starts {@code git} and waits for it, for some milliseconds.
   *
   * @return the description
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static HostInfo collect() throws InterruptedException {
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
        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
  }

  /**
   * What must agree where speeds are compared.
   *
   * @return the model and number of CPUs, the memory, the system, the JDK and its flags
   */
  public String fingerprint() {
    return String.join(
        "; ",
        cpuModel,
        cpus + " CPUs",
        memoryBytes + " bytes",
        kernel,
        architecture,
        jdk,
        String.join(" ", jvmFlags));
  }

  /**
   * Writes {@code host.json}.
   *
   * @param runFolder the folder; created if it does not exist
   * @throws IOException if the file cannot be written
   */
  public void write(Path runFolder) throws IOException {
    // As bytes: Jackson closes a stream that it writes to.
    byte[] json = JSON.writeValueAsBytes(this);
    WholeFile.write(runFolder.resolve("host.json"), out -> out.write(json));
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }
}
