package org.ptstress.reports.result;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code host.json}: the machine and the program.
 *
 * @param cpuModel the processor's name
 * @param cpus the number of CPUs that the JVM may use
 * @param kernel the operating system and its version
 * @param architecture as Java's {@code os.arch}
 * @param jdk version and vendor
 * @param jvmFlags the flags of the JVM
 * @param commit the commit of the checkout, or null if there was none
 * @param loadAverage runnable threads over the last minute when the run started, or null
 * @param memoryBytes the machine's memory in bytes
 * @param recordedAt when this was written
 */
public record HostFile(
    String cpuModel,
    int cpus,
    String kernel,
    String architecture,
    String jdk,
    List<String> jvmFlags,
    @Nullable String commit,
    @Nullable Double loadAverage,
    long memoryBytes,
    Instant recordedAt) {
  /** Checks that nothing is missing. */
  public HostFile {
    requireNonNull(cpuModel, "cpuModel");
    requireNonNull(kernel, "kernel");
    requireNonNull(architecture, "architecture");
    requireNonNull(jdk, "jdk");
    jvmFlags = List.copyOf(requireNonNull(jvmFlags, "jvmFlags"));
    requireNonNull(recordedAt, "recordedAt");
  }
}
