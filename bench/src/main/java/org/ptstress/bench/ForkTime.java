package org.ptstress.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ptstress.run.result.Row;

/**
 * How long a fork measures.
 *
 * @param warmUps iterations that are not counted
 * @param warmUpMillis the length of each
 * @param iterations iterations that are counted
 * @param iterationMillis the length of each
 */
public record ForkTime(int warmUps, int warmUpMillis, int iterations, int iterationMillis) {
  /**
   * One and a half seconds. The code is all compiled after five iterations; with fewer counted ones
   * than this, pairs of forks of the same code differ by half as much again.
   */
  public static final ForkTime PAIRED = new ForkTime(6, 40, 30, 40);

  /** A third of a second, most of it until the code is compiled: for changes that nobody misses. */
  public static final ForkTime PAIRED_BRIEFLY = new ForkTime(6, 30, 8, 20);

  /**
   * What JMH's command line is told to measure a row.
   *
   * @param forks 1 for a fork, which gets the flags of the JVM that JMH is started in; 0 to measure
   *     in that JVM, which compiles differently: without what JMH tells the JIT of its black holes
   */
  List<String> options(int forks, Row row, Map<String, String> params) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "^" + row.benchmark().replace(".", "\\.") + "$",
                "-f",
                Integer.toString(forks),
                "-wi",
                Integer.toString(warmUps),
                "-w",
                warmUpMillis + "ms",
                "-i",
                Integer.toString(iterations),
                "-r",
                iterationMillis + "ms",
                "-t",
                Integer.toString(row.threads()),
                // It also watches the parent.
                "-prof",
                CpusProfiler.class.getName()));
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
