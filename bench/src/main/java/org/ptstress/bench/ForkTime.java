package org.ptstress.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How long a fork measures.
 *
 * @param warmUps iterations that are not counted
 * @param warmUpMillis the length of each
 * @param iterations iterations that are counted
 * @param iterationMillis the length of each
 */
public record ForkTime(int warmUps, int warmUpMillis, int iterations, int iterationMillis) {
  /** Half a second: as short as a fork can be whose code is all compiled when it counts. */
  public static final ForkTime PAIRED = new ForkTime(5, 40, 5, 50);

  /** What JMH's command line is told to measure a row in the JVM that it is started in. */
  List<String> inThisJvm(Row row, Map<String, String> params) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "^" + row.benchmark().replace(".", "\\.") + "$",
                "-f",
                "0",
                "-wi",
                Integer.toString(warmUps),
                "-w",
                warmUpMillis + "ms",
                "-i",
                Integer.toString(iterations),
                "-r",
                iterationMillis + "ms",
                "-t",
                Integer.toString(row.threads())));
    if (!row.design().isEmpty()) {
      options.addAll(List.of("-p", "design=" + row.design()));
    }
    if (row.timers() > 0) {
      options.addAll(List.of("-p", "timers=" + row.timers()));
    }
    params.forEach((name, value) -> options.addAll(List.of("-p", name + "=" + value)));
    return options;
  }
}
