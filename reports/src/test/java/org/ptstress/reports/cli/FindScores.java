package org.ptstress.reports.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** Changes the find scores in a copy of JMH's results. */
final class FindScores {
  private FindScores() {}

  static void scale(Path jmh, String design, double factor) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode rows = mapper.readTree(jmh.toFile());
    for (JsonNode row : rows) {
      boolean isFind = row.path("benchmark").asText().endsWith("FindBenchmark.find");
      if (isFind && row.path("params").path("design").asText().equals(design)) {
        ObjectNode metric = (ObjectNode) row.get("primaryMetric");
        metric.put("score", metric.get("score").asDouble() * factor);
        for (JsonNode fork : metric.get("rawData")) {
          ArrayNode iterations = (ArrayNode) fork;
          for (int i = 0; i < iterations.size(); i++) {
            iterations.set(
                i, mapper.getNodeFactory().numberNode(iterations.get(i).asDouble() * factor));
          }
        }
      }
    }
    mapper.writeValue(jmh.toFile(), rows);
  }
}
