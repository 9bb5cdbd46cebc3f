package org.ptstress.reports.gate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.result.Row;

/**
 * Files that grow by every gate, to see slow drift. They hold speeds, which another machine does
 * not have: a file of one machine takes no line of another.
 */
public final class GateHistory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TIME_AND_HOST = "time,host,";

  private final String host;

  /**
   * Makes a history.
   *
   * @param host the fingerprint of this machine
   */
  public GateHistory(String host) {
    // It is a column of a CSV file.
    this.host = host.replace(",", "").replace('"', '\'');
  }

  /**
   * Finds files that cannot grow, before anything is measured.
   *
   * @param history lines of JSON, or null
   * @param csv a CSV file, or null
   * @param rows what will be measured, in its order
   * @return why: the last line of either is of another machine or cannot be read, or the CSV file
   *     has other columns; a sentence, empty if both can
   * @throws IOException if a file cannot be read
   */
  public String problem(@Nullable Path history, @Nullable Path csv, List<Row> rows)
      throws IOException {
    String problem = "";
    if (history != null && !isNew(history)) {
      try {
        problem = ofAnotherMachine(history, JSON.readTree(last(history)).path("host").asText());
      } catch (JacksonException e) {
        return "The last line of " + history + " is not JSON; name another file with --history.";
      }
    }
    if (csv != null && !isNew(csv) && problem.isEmpty()) {
      if (!Files.readAllLines(csv).get(0).equals(header(rows))) {
        return "The file "
            + csv
            + " has other columns than these rows; name another one with --csv.";
      }
      String[] columns = last(csv).split(",", 3);
      if (!columns[0].equals("time")) {
        problem = ofAnotherMachine(csv, columns.length < 2 ? "" : columns[1]);
      }
    }
    return problem;
  }

  private String ofAnotherMachine(Path file, String other) {
    String difference = Machines.difference(other, host);
    return difference.isEmpty()
        ? ""
        : "The speeds in %s are of another machine and cannot be compared with those of this one:"
                .formatted(file)
            + " "
            + difference
            + "; name another file.";
  }

  private static boolean isNew(Path file) throws IOException {
    return !Files.exists(file) || Files.size(file) == 0;
  }

  private static String last(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.get(lines.size() - 1);
  }

  /** Appends lines; one that an interrupted program cut gets its end first. */
  private static void append(Path file, String lines) throws IOException {
    boolean cut = !isNew(file) && !Files.readString(file).endsWith("\n");
    WholeFile.append(file, cut ? "\n" + lines : lines);
  }

  /**
   * Appends a line of JSON for each speed, with the time and the score of every fork.
   *
   * @param report the comparison
   * @param file where to append
   * @throws IOException if the file cannot be written
   */
  public void appendJson(GateReport report, Path file) throws IOException {
    String now = now();
    StringBuilder lines = new StringBuilder();
    for (TimedRow row : report.timed()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("time", now);
      line.put("host", host);
      line.put("baseline", report.baseline());
      line.put("candidate", report.candidate());
      line.put("benchmark", row.row().benchmark());
      line.put("design", row.row().design());
      line.put("params", row.row().paramsBesideDesign());
      line.put("threads", row.row().threads());
      line.put("verdict", row.verdict());
      line.put("baselineForks", row.baseline());
      line.put("candidateForks", row.candidate());
      lines.append(JSON.writeValueAsString(line)).append('\n');
    }
    append(file, lines.toString());
  }

  /**
   * Appends a line to a CSV file that Apache Otava reads: the time, the machine as an attribute,
   * and the candidate's score of each row, in millions of operations a second. A new file gets a
   * header first. Without speeds there is no line.
   *
   * @param report the comparison
   * @param file where to append
   * @throws IOException if the file cannot be written
   */
  public void appendCsv(GateReport report, Path file) throws IOException {
    if (report.timed().isEmpty()) {
      return;
    }
    String header = header(report.timed().stream().map(TimedRow::row).toList());
    String line =
        report.timed().stream()
            .map(row -> Double.toString(TimedRow.median(row.candidate()) / 1e6))
            .collect(Collectors.joining(",", now() + "," + host + ",", "\n"));
    append(file, isNew(file) ? header + "\n" + line : line);
  }

  private static String header(List<Row> rows) {
    return rows.stream()
        .map(row -> row.toString().replace(",", ""))
        .collect(Collectors.joining(",", TIME_AND_HOST, ""));
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
