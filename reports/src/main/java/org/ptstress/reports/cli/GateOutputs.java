package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.gate.GateFiles;
import org.ptstress.reports.gate.GateHistory;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.phase.UserException;
import org.ptstress.run.result.Row;
import picocli.CommandLine.Option;

/** The files for other programs that a comparison of jars is asked for. */
final class GateOutputs {
  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Of jars: append a line of JSON for each row, with the score of every fork.")
  private @Nullable Path history;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Of jars: append a line with the candidate's speeds, for Apache Otava.")
  private @Nullable Path csv;

  @Option(
      names = "--open-metrics",
      paramLabel = "FILE",
      description = "Of jars: write the speeds in the text format of OpenMetrics.")
  private @Nullable Path openMetrics;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Of jars: write the verdicts as JUnit XML.")
  private @Nullable Path junit;

  /** For picocli: no files. */
  GateOutputs() {}

  /** For tests: all files. */
  GateOutputs(Path history, Path csv, Path openMetrics, Path junit) {
    this.history = history;
    this.csv = csv;
    this.openMetrics = openMetrics;
    this.junit = junit;
  }

  /**
   * Refuses files that cannot be written, before anything is measured.
   *
   * @param past knows what may be appended to
   * @param rows what will be measured
   * @throws UserException if one cannot
   * @throws IOException if a file cannot be read
   */
  void require(GateHistory past, List<Row> rows) throws IOException {
    for (Path file :
        Stream.of(history, csv, openMetrics, junit).filter(Objects::nonNull).toList()) {
      Path parent = file.toAbsolutePath().getParent();
      boolean writable =
          Files.exists(file)
              ? Files.isRegularFile(file) && Files.isWritable(file)
              : parent != null && Files.isDirectory(parent) && Files.isWritable(parent);
      if (!writable) {
        throw new UserException(
            "The file " + file + " cannot be written; name one in a folder that exists.");
      }
    }
    String problem = past.problem(history, csv, rows);
    if (!problem.isEmpty()) {
      throw new UserException(problem);
    }
  }

  /**
   * Writes all that were asked for; one that fails keeps no other from being written.
   *
   * @throws IOException if one cannot be written
   */
  void write(GateHistory past, GateReport report) throws IOException {
    Failures failures = new Failures();
    failures.attempt(history, file -> past.appendJson(report, file));
    failures.attempt(csv, file -> past.appendCsv(report, file));
    failures.attempt(openMetrics, file -> GateFiles.writeOpenMetrics(report, file));
    failures.attempt(junit, file -> GateFiles.writeJunit(report, file));
    failures.rethrow();
  }

  @FunctionalInterface
  private interface Write {
    void to(Path file) throws IOException;
  }

  /** The first failure carries the others. */
  private static final class Failures {
    private @Nullable IOException first;

    void attempt(@Nullable Path file, Write write) {
      if (file == null) {
        return;
      }
      try {
        write.to(file);
      } catch (IOException e) {
        IOException named = new IOException(file + " (" + e + ")", e);
        if (first == null) {
          first = named;
        } else {
          first.addSuppressed(named);
        }
      }
    }

    void rethrow() throws IOException {
      if (first != null) {
        throw first;
      }
    }
  }
}
