package org.ptstress.bench.fork;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ptstress.bench.benchmark.SpeedProbe;
import org.ptstress.bench.jvm.FailedOperationsException;
import org.ptstress.bench.jvm.MeasuredJvm;
import org.ptstress.bench.jvm.MeasurementException;
import org.ptstress.bench.plan.ForkTime;
import org.ptstress.run.folder.JmhFile;
import org.ptstress.run.folder.UnreadableRunException;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.measurement.JmhRow.Metric;
import org.ptstress.run.measurement.Row;

/**
 * Runs the benchmarks of a jar, one fork at a time: each in a fresh JVM whose class path is that
 * jar alone, so that two versions of the same classes can be compared. It is a fork of the jar's
 * own JMH, as in a run: a second JVM with the same class path starts it and waits.
 */
public final class JarForks implements AutoCloseable {
  /** For the start of a JVM, on a machine that does other things too. */
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final String classPath;
  private final JarNames names;
  private final ForkTime time;
  private final Path result;
  private final Path log;
  private final ClassArchive archive;

  /**
   * The scores of a fork.
   *
   * @param iterations the score of each iteration, in operations a second
   * @param probes the time in ns that a fixed piece of work took right beside each iteration,
   *     longer where something slowed the CPUs down; empty where a benchmark has no probe
   * @param parallel false if its threads did not get their CPUs; true where that cannot be told
   */
  public record Scores(List<Double> iterations, List<Double> probes, boolean parallel) {
    public Scores {
      iterations = List.copyOf(iterations);
      probes = List.copyOf(probes);
    }
  }

  /**
   * Prepares forks. Runs a brief one, whose classes the others share.
   *
   * @param classPath the jar, or several
   * @param first what the brief one does
   * @param time how long each of the others measures
   * @param name what files are called, different for each class path
   * @param folder where results and the log go
   * @throws IOException if a file cannot be written or the fork cannot be started
   * @throws InterruptedException if the calling thread is interrupted
   */
  public JarForks(String classPath, Row first, ForkTime time, String name, Path folder)
      throws IOException, InterruptedException {
    this.classPath = classPath;
    this.names = JarNames.of(classPath);
    this.time = time;
    this.result = folder.resolve(name + ".json").toAbsolutePath();
    this.log = Files.createDirectories(folder.resolve("logs")).resolve(name + ".log");
    this.archive = ClassArchive.of(classPath, first, folder.resolve(name + ".jsa"), log);
  }

  /**
   * Runs a fork to its end. Blocking.
   *
   * @param row the measured row
   * @param params further parameters of the benchmark
   * @return what it measured
   * @throws MeasurementException if it fails, measures nothing, or has failed operations; the
   *     message names the row and the log
   * @throws IOException if it cannot be started or its result not be read
   * @throws InterruptedException if the calling thread is interrupted; the fork is ended
   */
  public Scores run(Row row, Map<String, String> params) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(JmhOptions.of(1, time, names, row, params));
    arguments.addAll(
        List.of(
            "-foe",
            "true",
            "-tu",
            "s",
            "-prof",
            names.of(SpeedProfiler.class),
            "-rf",
            "json",
            "-rff",
            result.toString()));
    Files.deleteIfExists(result);
    MeasuredJvm.run(
        row.toString(),
        classPath,
        Stream.concat(
                archive.jvmArgs().stream(),
                // JMH's fork gets all of them, too.
                Stream.of(
                    ForkOutput.jvmArg(log),
                    "-D" + SpeedProbe.PROPERTY + "=true",
                    "-D" + MeasuredJvm.IGNORE_LOCK + "=true"))
            .toList(),
        org.openjdk.jmh.Main.class,
        log,
        TIMEOUT,
        arguments.toArray(String[]::new));
    return scores(row);
  }

  private Scores scores(Row row) throws IOException {
    JmhRow measured = measured(row);
    List<Double> iterations = iterations(measured.primary());
    if (!iterations.stream().allMatch(score -> score > 0)) {
      throw new MeasurementException(
          "%s measured %s operations per second, which are not valid speeds. See %s."
              .formatted(row, iterations, log));
    }
    if (measured.failures() > 0) {
      throw new FailedOperationsException(
          String.format(
              Locale.ROOT,
              "%s had %.0f failed operations per second. See %s.",
              row,
              Math.ceil(measured.failures()),
              log));
    }
    Metric probes = measured.secondary().get(SpeedProfiler.PROBE);
    double cpus = requireNonNullElse(measured.score(CpusProfiler.CPUS), Double.NaN);
    double taken = requireNonNullElse(measured.score(CpusProfiler.TAKEN), 0.0);
    return new Scores(
        iterations,
        probes == null ? List.of() : iterations(probes),
        !Fork.isStolen(cpus, taken, row.threads()));
  }

  private JmhRow measured(Row row) throws IOException {
    List<JmhRow> rows;
    try {
      rows = Files.exists(result) ? JmhFile.read(result) : List.of();
    } catch (UnreadableRunException e) {
      throw new MeasurementException(
          "%s wrote a result that cannot be read: %s See %s.".formatted(row, e.getMessage(), log),
          e);
    }
    if (rows.isEmpty()) {
      throw new MeasurementException(
          "%s is not in %s, or measured nothing. See %s.".formatted(row, classPath, log));
    }
    return rows.get(0);
  }

  private static List<Double> iterations(Metric metric) {
    return metric.forks().isEmpty() ? List.of() : metric.forks().get(0);
  }

  @Override
  public void close() throws IOException {
    archive.close();
    Files.deleteIfExists(result);
  }
}
