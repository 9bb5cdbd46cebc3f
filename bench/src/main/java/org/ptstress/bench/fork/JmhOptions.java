package org.ptstress.bench.fork;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ptstress.bench.benchmark.ReadersWriterBenchmark;
import org.ptstress.bench.plan.ForkTime;
import org.ptstress.run.measurement.Row;

/** The options of JMH's command line. */
final class JmhOptions {
  private JmhOptions() {}

  /**
   * The options that measure one row.
   *
   * @param names where the benchmark and the profiler are in the jar that is measured
   * @param forks 1 for a fork, which gets the flags of the JVM that JMH is started in; 0 to measure
   *     in that JVM, which compiles differently: without what JMH tells the JIT of its black holes
   */
  static List<String> of(
      int forks, ForkTime time, JarNames names, Row row, Map<String, String> params) {
    String benchmark = names.row(row).benchmark();
    List<String> options =
        new ArrayList<>(
            List.of(
                "^" + benchmark.replace(".", "\\.") + "$",
                "-f",
                Integer.toString(forks),
                "-wi",
                Integer.toString(time.warmUps()),
                "-w",
                time.warmUpMillis() + "ms",
                "-i",
                Integer.toString(time.iterations()),
                "-r",
                time.iterationMillis() + "ms",
                "-t",
                Integer.toString(row.threads()),
                // This profiler also watches the parent.
                "-prof",
                names.of(CpusProfiler.class)));
    List<Integer> groups = ReadersWriterBenchmark.groups(row);
    if (!groups.isEmpty()) {
      options.addAll(
          List.of("-tg", groups.stream().map(String::valueOf).collect(Collectors.joining(","))));
    }
    row.params().forEach((name, value) -> options.addAll(List.of("-p", name + "=" + value)));
    params.forEach((name, value) -> options.addAll(List.of("-p", name + "=" + value)));
    return options;
  }
}
