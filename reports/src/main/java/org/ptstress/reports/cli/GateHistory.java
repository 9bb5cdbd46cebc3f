package org.ptstress.reports.cli;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.gate.GateRow;
import org.ptstress.reports.paired.PairedRow;

/**
 * Files that grow by every gate, to see slow drift. They hold speeds, which another machine does
 * not have: a file of one machine takes no line of another.
 */
final class GateHistory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TIME_AND_HOST = "time,host,";

  private final String host;

  /**
   * Makes a history.
   *
   * @param host the fingerprint of this machine
   */
  GateHistory(String host) {
    // It is a column of a CSV file.
    this.host = host.replace(",", "").replace('"', '\'');
  }

  /**
   * Refuses a file of another machine, before anything is measured.
   *
   * @param history lines of JSON, or null
   * @param csv a CSV file, or null
   * @throws UserException if the last line of either is of another machine, or cannot be read
   * @throws IOException if a file cannot be read
   */
  void requireThisHost(@Nullable Path history, @Nullable Path csv) throws IOException {
    if (history != null && Files.exists(history)) {
      String last = last(history);
      try {
        requireThisHost(history, JSON.readTree(last).path("host").asText());
      } catch (JacksonException e) {
        throw new UserException(
            "The last line of " + history + " is not JSON; name another file with --history.", e);
      }
    }
    if (csv != null && Files.exists(csv)) {
      String[] columns = last(csv).split(",", 3);
      if (!columns[0].equals("time")) {
        requireThisHost(csv, columns.length < 2 ? "" : columns[1]);
      }
    }
  }

  private void requireThisHost(Path file, String other) {
    if (!other.equals(host)) {
      throw new UserException(
          "The speeds in %s are of another machine and cannot be compared with those of this one:"
                  .formatted(file)
              + " there \"%s\", here \"%s\"; name another file.".formatted(other, host));
    }
  }

  private static String last(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  /**
   * Appends a line of JSON for each row, with the time and all forks.
   *
   * @throws IOException if the file cannot be written
   */
  void appendJson(GateReport report, List<PairedRow> rows, Path file) throws IOException {
    String now = now();
    StringBuilder lines = new StringBuilder();
    for (PairedRow each : rows) {
      GateRow row = each.row();
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("time", now);
      line.put("host", host);
      line.put("baseline", report.baseline());
      line.put("candidate", report.candidate());
      line.put("benchmark", row.benchmark());
      line.put("design", row.design());
      line.put("params", row.params());
      line.put("threads", row.threads());
      line.put("verdict", row.verdict());
      line.put("baselineForks", each.baseline());
      line.put("candidateForks", each.candidate());
      lines.append(JSON.writeValueAsString(line)).append('\n');
    }
    Files.writeString(file, lines, CREATE, APPEND);
  }

  /**
   * Appends a line to a CSV file that Apache Otava reads: the time, the machine as an attribute,
   * and the candidate's score of each row. A new file gets a header first.
   *
   * @throws IOException if the file cannot be written
   * @throws UserException if the file has other columns
   */
  void appendCsv(List<PairedRow> rows, Path file) throws IOException {
    String header =
        TIME_AND_HOST
            + rows.stream()
                .map(row -> row.row().label().replace(",", ""))
                .collect(Collectors.joining(","));
    List<String> lines = new ArrayList<>();
    if (!Files.exists(file)) {
      lines.add(header);
    } else if (!Files.readAllLines(file).get(0).equals(header)) {
      throw new UserException(
          "The file " + file + " has other columns than these rows; name another one with --csv.");
    }
    lines.add(
        rows.stream()
            .map(row -> Double.toString(row.row().candidateRatio()))
            .collect(Collectors.joining(",", now() + "," + host + ",", "")));
    Files.write(file, lines, CREATE, APPEND);
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
