package org.ptstress.bench.fork;

import java.io.File;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.ptstress.run.process.ChildMark;

/**
 * Starts JMH's forks with a {@link ChildMark}. A profiler is the only one that JMH asks how a fork
 * is to be started.
 */
public final class ForkMark implements ExternalProfiler {
  private static final String SEPARATOR = " ";

  private final List<String> prefix;

  /**
   * For JMH.
   *
   * @param options what {@link #options} made
   */
  public ForkMark(String options) {
    prefix = Arrays.stream(options.split(SEPARATOR, -1)).filter(part -> !part.isEmpty()).toList();
  }

  /** The argument that JMH passes to this profiler. */
  static String options(ChildMark mark) {
    return String.join(SEPARATOR, mark.prefix());
  }

  @Override
  public String getDescription() {
    return "Marks the processes of a fork";
  }

  @Override
  public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
    return prefix;
  }

  @Override
  public Collection<String> addJVMOptions(BenchmarkParams params) {
    return List.of();
  }

  @Override
  public void beforeTrial(BenchmarkParams params) {
    // Nothing is measured.
  }

  @Override
  public Collection<? extends Result<?>> afterTrial(
      BenchmarkResult result, long pid, File output, File errors) {
    return List.of();
  }

  @Override
  public boolean allowPrintOut() {
    return true;
  }

  @Override
  public boolean allowPrintErr() {
    return true;
  }
}
