package org.ptstress.reports.jar;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ptstress.bench.fork.JarForks;
import org.ptstress.reports.gate.ForkScores;
import org.ptstress.reports.gate.FullSpeed;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.measurement.Row;

/**
 * Every fork of a comparison as a line of JSON, written as soon as it has ended: an interrupted
 * comparison keeps what it measured, and anybody can judge the forks by a rule of their own.
 */
public final class ForkLog {
  /** The file in the run folder. */
  public static final String FILE = "forks.jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final FullSpeed fullSpeed = new FullSpeed();

  public ForkLog(Path folder) {
    file = folder.resolve(FILE);
  }

  /**
   * Runs a fork and writes its line.
   *
   * @param place where in the comparison it belongs, by name; begins the line
   * @param forks runs it
   * @param row the measured row
   * @param params further parameters of the benchmark
   * @return what it measured
   * @throws IOException if it cannot be started, or the line not be written
   * @throws InterruptedException if the calling thread is interrupted; the fork is ended
   */
  public ForkScores run(
      Map<String, Object> place, JarForks forks, Row row, Map<String, String> params)
      throws IOException, InterruptedException {
    JarForks.Scores scores = forks.run(row, params);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("row", row.toString());
    line.putAll(place);
    ForkScores judged =
        fullSpeed.judge(scores.iterations(), scores.probes(), row.threads(), scores.parallel());
    line.put("parallel", scores.parallel());
    line.put("valid", judged.valid());
    line.put("iterations", scores.iterations());
    line.put("probes", scores.probes());
    WholeFile.append(file, JSON.writeValueAsString(line) + "\n");
    return judged;
  }
}
