package org.ptstress.bench.fork;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jol.info.GraphLayout;
import org.ptstress.bench.benchmark.RestoreBenchmark;
import org.ptstress.bench.table.FilledTable;

/**
 * Adds the secondary result {@code retained} to each iteration of {@link RestoreBenchmark}: the
 * bytes of everything that the table and the process reach, timers included (JOL).
 */
public final class RetainedProfiler implements InternalProfiler {
  /** The name of the result. */
  static final String RETAINED = "retained";

  private static final PrintStream SILENCE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  static {
    // The JVM does not tell JOL where the fields of a record are; this has JOL find out by itself.
    System.setProperty("jol.magicFieldOffset", "true");
  }

  @Override
  public String getDescription() {
    return "Bytes retained by a restored table";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    FilledTable table = RestoreBenchmark.last();
    if (table == null) {
      return List.of();
    }
    PrintStream out = System.out;
    // Where JOL may not attach an agent it says so, here on the terminal of whoever runs all this,
    // and measures by field offsets instead, which is as good.
    System.setOut(SILENCE);
    long bytes;
    try {
      bytes = GraphLayout.parseInstance(table.table(), table.process()).totalSize();
    } finally {
      System.setOut(out);
    }
    return List.of(new ScalarResult(RETAINED, bytes, "bytes", AggregationPolicy.AVG));
  }
}
