package org.ptstress.run.measurement;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A row of JMH's results: what is measured. Its text is its only name, in output as well as in
 * {@code --benchmarks}.
 *
 * @param benchmark class and method, as JMH writes it
 * @param params the benchmark's parameters by name
 * @param threads how many threads, at least 1
 */
public record Row(String benchmark, Map<String, String> params, int threads) {
  private static final String DESIGN = "design";
  private static final String TIMERS = "timers";

  /** Copies the map. */
  public Row {
    params = Map.copyOf(params);
  }

  /**
   * A row with the common parameters.
   *
   * @param benchmark class and method, as JMH writes it
   * @param design the design, or empty for a baseline
   * @param timers the population, or 0 for a baseline that has none
   * @param threads how many threads, at least 1
   */
  public Row(String benchmark, String design, int timers, int threads) {
    this(benchmark, params(design, timers), threads);
  }

  private static Map<String, String> params(String design, int timers) {
    Map<String, String> params = new TreeMap<>();
    if (!design.isEmpty()) {
      params.put(DESIGN, design);
    }
    if (timers > 0) {
      params.put(TIMERS, Integer.toString(timers));
    }
    return params;
  }

  /**
   * A copy for a design.
   *
   * @param design the design's name
   * @return the row
   */
  public Row withDesign(String design) {
    Map<String, String> more = new TreeMap<>(params);
    more.put(DESIGN, design);
    return new Row(benchmark, more, threads);
  }

  /**
   * The common name of the rows of all designs.
   *
   * @return the row without its design
   */
  public Row withoutDesign() {
    Map<String, String> fewer = new TreeMap<>(params);
    fewer.remove(DESIGN);
    return new Row(benchmark, fewer, threads);
  }

  /**
   * Class and method, without the package.
   *
   * @return such as {@code FindBenchmark.find}
   */
  public String shortName() {
    int method = benchmark.lastIndexOf('.');
    return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
  }

  /**
   * The design.
   *
   * @return its name, or empty if the row has none
   */
  public String design() {
    return params.getOrDefault(DESIGN, "");
  }

  /**
   * The population.
   *
   * @return the number of timers, or 0 if the row has none
   */
  public int timers() {
    return Integer.parseInt(params.getOrDefault(TIMERS, "0"));
  }

  /**
   * The parameters besides the design.
   *
   * @return {@code name=value} pairs in the order of their names, or "-" if there is none
   */
  public String paramsBesideDesign() {
    String pairs =
        new TreeMap<>(withoutDesign().params)
            .entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(", "));
    return pairs.isEmpty() ? "-" : pairs;
  }

  /** For messages, such as "FindBenchmark.find of RfcHash with 512 timers at 2 threads". */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(shortName());
    if (!design().isEmpty()) {
      text.append(" of ").append(design());
    }
    if (timers() > 0) {
      text.append(" with ").append(timers()).append(" timers");
    }
    new TreeMap<>(params)
        .forEach(
            (name, value) -> {
              if (!name.equals(DESIGN) && !name.equals(TIMERS)) {
                text.append(", ").append(name).append(' ').append(value);
              }
            });
    return text.append(" at ")
        .append(threads)
        .append(threads == 1 ? " thread" : " threads")
        .toString();
  }
}
