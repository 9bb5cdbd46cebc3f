package org.ptstress.reports.cli;

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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.gate.GateRow;
import org.ptstress.reports.paired.PairedRow;
import org.ptstress.run.folder.WholeFile;

/**
 * Files that grow by every gate, to see slow drift. They hold speeds, which another machine does
 * not have: a file of one machine takes no line of another.
 */
final class GateHistory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TIME_AND_HOST = "time,host,";
  private static final String PARTS = "; ";

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
   * Refuses files that cannot grow, before anything is measured.
   *
   * @param history lines of JSON, or null
   * @param csv a CSV file, or null
   * @param labels the rows that will be measured, in their order
   * @throws UserException if the last line of either is of another machine or cannot be read, or if
   *     the CSV file has other columns
   * @throws IOException if a file cannot be read
   */
  void requireFits(@Nullable Path history, @Nullable Path csv, List<String> labels)
      throws IOException {
    if (history != null && !isNew(history)) {
      try {
        requireThisHost(history, JSON.readTree(last(history)).path("host").asText());
      } catch (JacksonException e) {
        throw new UserException(
            "The last line of " + history + " is not JSON; name another file with --history.", e);
      }
    }
    if (csv != null && !isNew(csv)) {
      if (!Files.readAllLines(csv).get(0).equals(header(labels))) {
        throw new UserException(
            "The file " + csv + " has other columns than these rows; name another one with --csv.");
      }
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
              + " there \"%s\", here \"%s\"; name another file."
                  .formatted(beside(other, host), beside(host, other)));
    }
  }

  /** The parts of a fingerprint that another one does not have. */
  private static String beside(String fingerprint, String other) {
    List<String> own = List.of(fingerprint.split(PARTS));
    List<String> others = List.of(other.split(PARTS));
    return own.size() != others.size()
        ? fingerprint
        : IntStream.range(0, own.size())
            .filter(i -> !own.get(i).equals(others.get(i)))
            .mapToObj(own::get)
            .collect(Collectors.joining(PARTS));
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
   * Appends a line of JSON for each row, with the time and the score of every fork.
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
      line.put("benchmark", row.row().benchmark());
      line.put("design", row.design());
      line.put("params", row.params());
      line.put("threads", row.threads());
      line.put("verdict", row.verdict());
      line.put("baselineForks", each.baseline());
      line.put("candidateForks", each.candidate());
      lines.append(JSON.writeValueAsString(line)).append('\n');
    }
    append(file, lines.toString());
  }

  /**
   * Appends a line to a CSV file that Apache Otava reads: the time, the machine as an attribute,
   * and the candidate's score of each row. A new file gets a header first.
   *
   * @throws IOException if the file cannot be written
   */
  void appendCsv(List<PairedRow> rows, Path file) throws IOException {
    String header = header(rows.stream().map(row -> row.row().label()).toList());
    String line =
        rows.stream()
            .map(row -> Double.toString(row.row().candidateRatio()))
            .collect(Collectors.joining(",", now() + "," + host + ",", "\n"));
    append(file, isNew(file) ? header + "\n" + line : line);
  }

  private static String header(List<String> labels) {
    return labels.stream()
        .map(label -> label.replace(",", ""))
        .collect(Collectors.joining(",", TIME_AND_HOST, ""));
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
