package org.ptstress.run.measurement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine that produced results: {@code host.json}. Results are comparable if all but the last
 * three components agree.
 *
 * @param cpuModel the model of the CPU, as the system reports it
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
 * @param recordedAt when
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
    Instant recordedAt) {
  /** Copies the lists. */
  public HostInfo {
    jvmFlags = List.copyOf(jvmFlags);
  }

  /**
   * The properties that must agree where speeds are compared.
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
}
