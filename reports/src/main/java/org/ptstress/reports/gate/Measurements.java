package org.ptstress.reports.gate;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads the gate's input from the results that JMH writes. */
public final class Measurements {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Measurements() {}

  /**
   * Reads a result file of JMH ({@code -rf json}). Rows without a {@code design} parameter, such as
   * baselines and peers, are left out. Times per operation are turned into speeds.
   *
   * @param file the file, usually {@code jmh.json} in a run folder
   * @throws IllegalArgumentException if the file is truncated or not JMH's, or a row's mode has no
   *     samples for each fork; the message names file, line and column
   * @throws IOException if the file cannot be read
   */
  public static MeasuredRun fromJmh(Path file) throws IOException {
    List<Measurement> rows = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      require(parser.nextToken() == JsonToken.START_ARRAY, parser, file, "no list of JMH results");
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        JsonLocation start = parser.currentTokenLocation();
        JsonNode result = parser.readValueAsTree();
        try {
          if (result.at("/params/design").isTextual()) {
            rows.add(row(result));
          }
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(at(file, start) + e.getMessage(), e);
        }
      }
      require(parser.currentToken() == JsonToken.END_ARRAY, parser, file, "not a result of JMH");
      require(parser.nextToken() == null, parser, file, "text after the end of the results");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(at(file, e.getLocation()) + e.getOriginalMessage(), e);
    }
    return new MeasuredRun(file.toString(), rows);
  }

  private static Measurement row(JsonNode result) {
    String benchmark = text(result, "benchmark");
    boolean isTime =
        switch (text(result, "mode")) {
          case "thrpt" -> false;
          case "avgt", "ss" -> true;
          default ->
              throw new IllegalArgumentException(
                  "the gate cannot use mode " + text(result, "mode") + " of " + benchmark);
        };
    JsonNode metric = result.path("primaryMetric");
    TreeMap<String, String> params = new TreeMap<>();
    result
        .path("params")
        .properties()
        .forEach(param -> params.put(param.getKey(), param.getValue().asText()));
    String design = params.remove("design");
    List<Double> forks = new ArrayList<>();
    for (JsonNode fork : list(metric, "rawData")) {
      forks.add(speed(mean(fork), isTime));
    }
    int stolen = result.at("/secondaryMetrics/stolen/score").asInt();
    // An operation that fails may well be faster than one that does not.
    boolean failed =
        result.at("/secondaryMetrics/failed/score").asDouble() > 0
            || result.at("/secondaryMetrics/refused/score").asDouble() > 0;
    return new Measurement(
        benchmark,
        design == null ? "" : design,
        params,
        threads(result),
        speed(number(metric.path("score"), "primaryMetric.score"), isTime),
        stolen > 0 || failed ? List.of() : forks,
        stolen);
  }

  private static double speed(double score, boolean isTime) {
    return isTime ? 1 / score : score;
  }

  private static double mean(JsonNode fork) {
    double sum = 0;
    for (JsonNode iteration : fork) {
      sum += number(iteration, "primaryMetric.rawData");
    }
    return sum / fork.size();
  }

  private static String text(JsonNode node, String key) {
    if (!node.path(key).isTextual()) {
      throw new IllegalArgumentException("a result of JMH without " + key);
    }
    return node.path(key).asText();
  }

  private static int threads(JsonNode result) {
    if (!result.path("threads").canConvertToInt() || result.path("threads").asInt() < 1) {
      throw new IllegalArgumentException("a result of JMH without threads");
    }
    return result.path("threads").asInt();
  }

  private static JsonNode list(JsonNode node, String key) {
    if (!node.path(key).isArray()) {
      throw new IllegalArgumentException("a result of JMH without primaryMetric." + key);
    }
    return node.path(key);
  }

  /** A number; JMH writes those that are not finite as text. */
  private static double number(JsonNode node, String key) {
    if (node.isNumber()) {
      return node.asDouble();
    }
    return switch (node.asText()) {
      case "NaN" -> Double.NaN;
      case "Infinity", "+Infinity", "+INF" -> Double.POSITIVE_INFINITY;
      case "-Infinity", "-INF" -> Double.NEGATIVE_INFINITY;
      default -> throw new IllegalArgumentException("a result of JMH without a number in " + key);
    };
  }

  private static void require(boolean condition, JsonParser parser, Path file, String message) {
    if (!condition) {
      throw new IllegalArgumentException(at(file, parser.currentTokenLocation()) + message);
    }
  }

  private static String at(Path file, JsonLocation location) {
    return file + ":" + location.getLineNr() + ":" + location.getColumnNr() + ": ";
  }
}
