package org.ptstress.reports.gate;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The conditions under which designs are compared: a benchmark, its parameters, its threads. */
record Cell(String benchmark, Map<String, String> params, int threads) {

  /** The parameters as {@code name=value} in the order of their names, or a dash for none. */
  String paramText() {
    if (params.isEmpty()) {
      return "-";
    }
    return new TreeMap<>(params)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
  }

  /** A row of this cell, for messages. */
  String label(String design) {
    return Labels.row(benchmark, design, paramText(), threads);
  }
}
