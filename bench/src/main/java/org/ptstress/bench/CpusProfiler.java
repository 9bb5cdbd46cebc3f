package org.ptstress.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds the secondary result {@code cpus} to each iteration: CPU time of the fork over wall time.
 * Where it is well below the number of threads they did not run in parallel, and the score is no
 * sample: contended code looks faster then.
 *
 * <p>Read from the kernel's accounting in ns, because the JVM's own figure comes in steps of 10 ms,
 * a quarter of a short iteration. Where the kernel does not offer it there is no such result.
 */
public final class CpusProfiler implements InternalProfiler {
  /** The name of the result. */
  static final String CPUS = "cpus";

  static final Path TASKS = Path.of("/proc/self/task");

  private long startNanos;
  private Map<Path, Long> startCpuNanos = Map.of();

  /** For JMH. */
  public CpusProfiler() {}

  @Override
  public String getDescription() {
    return "CPU time over wall time";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    startCpuNanos = cpuNanosOfThreads();
    startNanos = System.nanoTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long nanos = System.nanoTime() - startNanos;
    long cpuNanos = 0;
    // Thread by thread: one that ended meanwhile would take all its CPU time out of a sum.
    for (Map.Entry<Path, Long> thread : cpuNanosOfThreads().entrySet()) {
      cpuNanos += thread.getValue() - startCpuNanos.getOrDefault(thread.getKey(), 0L);
    }
    if (cpuNanos <= 0) {
      return List.of();
    }
    return List.of(
        new ScalarResult(CPUS, (double) cpuNanos / nanos, "cpus", AggregationPolicy.AVG));
  }

  /** CPU time in ns of each living thread; empty if the kernel does not account for it. */
  static Map<Path, Long> cpuNanosOfThreads() {
    Map<Path, Long> nanos = new HashMap<>();
    if (!Files.isDirectory(TASKS)) {
      return nanos;
    }
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        String schedstat = schedstat(task);
        if (!schedstat.isEmpty()) {
          nanos.put(task, Long.parseLong(schedstat, 0, schedstat.indexOf(' '), 10));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nanos;
  }

  /** What the kernel accounts for; "" if it does not, or if the thread has ended meanwhile. */
  private static String schedstat(Path task) throws IOException {
    try {
      return Files.readString(task.resolve("schedstat"));
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      // Of a thread that ends between the open and the read: ESRCH, which has no exception.
      if (Files.exists(task)) {
        throw e;
      }
      return "";
    }
  }
}
