package org.ptstress.stress.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.ptstress.model.Design;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.ChildStart;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.Message;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.process.SecondTry;
import org.ptstress.run.process.Workers;
import org.ptstress.run.result.CheckResult;

/**
 * Runs the deterministic checks in a child JVM for each design, as many in parallel as there are
 * CPUs. Checked mode is a property of the JVM, and a design that ends its JVM costs no other
 * design's results.
 */
public final class CheckRunner {
  private static final List<String> JVM_ARGS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Dptstress.checked=true");

  private final Path runFolder;
  private final int cpus;
  private final Duration silence;
  private final Deadline deadline;
  private final String classPath;

  /** The rows of each check that has ended. */
  private final Map<String, List<CheckResult>> ended = new ConcurrentHashMap<>();

  /** Why a design's child ended. */
  private final Map<String, String> reasons = new ConcurrentHashMap<>();

  /**
   * Creates a runner.
   *
   * @param runFolder the run folder: logs go below it
   * @param cpus how many children may run beside each other, at least 1
   * @param silence the timeout of a child's start and of each check
   * @param deadline when to stop
   */
  public CheckRunner(Path runFolder, int cpus, Duration silence, Deadline deadline) {
    this(runFolder, cpus, silence, deadline, ChildJvm.classPath());
  }

  CheckRunner(Path runFolder, int cpus, Duration silence, Deadline deadline, String classPath) {
    this.runFolder = runFolder;
    this.cpus = cpus;
    this.silence = silence;
    this.deadline = deadline;
    this.classPath = classPath;
  }

  /**
   * The kind of child that it starts.
   *
   * @return the kind, to be tried before the run
   */
  public static ChildStart childStart() {
    return ChildStart.plain("the checks", JVM_ARGS);
  }

  /**
   * The rows of checks that did not run.
   *
   * @param designs the designs
   * @param reason why
   * @return a row for each design, check and claim
   */
  public static List<CheckResult> notRun(List<Design> designs, String reason) {
    List<CheckResult> rows = new ArrayList<>();
    for (Design design : designs) {
      Checks.planned(design).forEach(check -> rows.addAll(check.notRun(design, reason)));
    }
    return rows;
  }

  /**
   * Checks some designs.
   *
   * @param designs the designs
   * @param progress is notified of each check that ended
   * @return a row for each design, check and claim
   * @throws IOException if a child cannot be started or its log not be written
   * @throws InterruptedException if this thread is interrupted; the children are killed
   */
  public List<CheckResult> check(List<Design> designs, ProgressListener progress)
      throws IOException, InterruptedException {
    Files.createDirectories(runFolder.resolve("logs"));
    long all = designs.stream().mapToLong(design -> Checks.planned(design).size()).sum();
    AtomicLong done = new AtomicLong();
    ended.clear();
    reasons.clear();
    Workers.map(
        designs,
        cpus,
        design -> {
          check(design, () -> progress.progress(done.incrementAndGet(), all, design.name()));
          return design;
        });
    return rows(designs, "");
  }

  /**
   * The rows received so far, even if the run was interrupted.
   *
   * @param designs the designs
   * @param stopped why the others did not run, unless their child ended by itself
   * @return a row for each design, check and claim
   */
  public List<CheckResult> rows(List<Design> designs, String stopped) {
    List<CheckResult> rows = new ArrayList<>();
    for (Design design : designs) {
      String reason = reasons.getOrDefault(design.name(), stopped);
      for (Checks.Check check : Checks.planned(design)) {
        List<CheckResult> results = ended.get(label(design, check.label()));
        rows.addAll(results == null ? check.notRun(design, reason) : results);
      }
    }
    return rows;
  }

  private static String label(Design design, String check) {
    return design.name() + " " + check;
  }

  private void check(Design design, Runnable onEnd) throws IOException, InterruptedException {
    Path log = runFolder.resolve("logs/checks-" + design.name() + ".log");
    List<Checks.Check> planned = Checks.planned(design);
    ChildJvm child =
        new ChildJvm(
            runFolder,
            log,
            silence,
            classPath,
            JVM_ARGS,
            CheckMain.class.getName(),
            List.of(design.name()));
    Message.Listener listener =
        message -> {
          List<CheckResult> results = List.of(message.as(CheckResult[].class));
          if (!answers(message.label(), results, design, planned)) {
            return Message.Effect.NONE;
          }
          // A retry repeats checks.
          if (ended.putIfAbsent(label(design, message.label()), results) == null) {
            onEnd.run();
          }
          return Message.Effect.PROGRESS;
        };
    Optional<ChildJvm.Exit> exit =
        deadline.call(
            () -> {
              SecondTry second = new SecondTry();
              ChildJvm.Exit end = child.run(listener);
              while (second.isDue(end, design.name())) {
                end = child.run(listener);
              }
              return end;
            });
    reasons.put(
        design.name(),
        exit.map(end -> end.reason(silence) + "; see " + runFolder.relativize(log))
            .orElse(Deadline.OUT_OF_TIME));
  }

  /** Whether results are those of a check of the design. */
  private static boolean answers(
      String label, List<CheckResult> results, Design design, List<Checks.Check> planned) {
    return planned.stream()
        .filter(check -> check.label().equals(label))
        .anyMatch(
            check ->
                results.stream()
                    .allMatch(
                        row ->
                            row.check().equals(check.name())
                                && row.design().equals(design.name())));
  }
}
