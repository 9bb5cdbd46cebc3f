package org.ptstress.bench.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ptstress.bench.jvm.MeasuredJvm;
import org.ptstress.bench.jvm.MeasurementException;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.Message;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Profile;

/**
 * Measures the latency of each kind of operation under open-loop loads at rising rates and writes
 * {@code latency/<design>.hlog}. Each design runs in a JVM of its own; a control with the same
 * schedules and no table shows what machine and harness add.
 */
public final class LatencyRun {
  /** The name of the control, as file name and in tags. */
  public static final String CONTROL = "control";

  /** For the start of a JVM, on a machine that does other things too. */
  private static final Duration OVERHEAD = Duration.ofSeconds(30);

  private LatencyRun() {}

  /**
   * Runs the loads on every design and on the control. Blocking; takes what the profile says. If
   * the calling thread is interrupted, the child process is ended, and only logs of designs that
   * were done are there.
   *
   * @param profile the time budget
   * @param designs names of designs of the catalogue
   * @param runFolder where {@code latency/*.hlog} and {@code logs/latency.log} go
   * @param progress told after each design
   * @return a sentence for each design whose child process failed, which names design and log;
   *     there is no log of its latencies
   * @throws IOException if a file cannot be written
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static List<String> run(
      Profile profile, List<String> designs, Path runFolder, ProgressListener progress)
      throws IOException, InterruptedException {
    return run(LatencyBudget.of(profile), designs, runFolder, progress);
  }

  static List<String> run(
      LatencyBudget budget, List<String> designs, Path runFolder, ProgressListener progress)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(runFolder.resolve("latency"));
    Path log = Files.createDirectories(runFolder.resolve("logs")).resolve("latency.log");
    Files.deleteIfExists(log);
    List<String> names = new ArrayList<>(designs);
    names.add(CONTROL);
    List<String> failures = new ArrayList<>();
    int done = 0;
    progress.progress(done, names.size(), "loads");
    for (String name : names) {
      try {
        measure(name, budget, folder.resolve(name + ".hlog"), log);
      } catch (MeasurementException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
      progress.progress(++done, names.size(), "loads");
    }
    return failures;
  }

  private static void measure(String name, LatencyBudget budget, Path file, Path log)
      throws IOException, InterruptedException {
    AtomicReference<LatencyMain.@Nullable Measured> measured = new AtomicReference<>();
    MeasuredJvm.run(
        "The latency run of " + name,
        MeasuredJvm.classPath(),
        List.of(),
        LatencyMain.class,
        log,
        timeout(budget),
        message -> {
          if (message.kind().equals(LatencyMain.MEASURED) && message.label().equals(name)) {
            measured.compareAndSet(null, message.as(LatencyMain.Measured.class));
          }
          return Message.Effect.NONE;
        },
        name,
        budget.asArgument());
    LatencyMain.Measured result = measured.get();
    if (result == null) {
      throw new MeasurementException(
          "The latency run of %s sent no histograms. See %s.".formatted(name, log));
    }
    WholeFile.append(log, String.join("\n", result.comments()) + "\n");
    WholeFile.write(file, result.log());
  }

  private static Duration timeout(LatencyBudget budget) {
    return OVERHEAD.plusMillis(3 * budget.millis());
  }
}
