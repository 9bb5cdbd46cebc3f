package org.ptstress.stress.exploration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ptstress.model.Design;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.Message;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.process.SecondTry;
import org.ptstress.run.process.Workers;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.stress.engine.EngineJar;
import org.ptstress.stress.engine.litmus.Litmus;
import org.ptstress.stress.scenario.Scenarios;

/** Explores the scenarios on designs, in child JVMs with the access engine. */
public final class ExplorationRunner {
  /** Failures after which a design is given up: each further hang would cost a timeout. */
  private static final int MOST_FAILURES = 2;

  private final Path folder;
  private final int cpus;
  private final List<ExplorationBudget> rounds;
  private final Duration silence;
  private final Deadline deadline;
  private final String classPath;
  private final Map<String, ExplorationResult> done = new ConcurrentHashMap<>();

  /**
   * Creates a runner.
   *
   * @param folder where the engine and the logs go
   * @param cpus how many children may run beside each other, at least 1
   * @param rounds the budgets of successive rounds, so that a deadline leaves every scenario
   *     explored a little rather than a few of them thoroughly
   * @param silence how long a child may be silent
   * @param deadline when to stop
   */
  public ExplorationRunner(
      Path folder, int cpus, List<ExplorationBudget> rounds, Duration silence, Deadline deadline) {
    this(folder, cpus, rounds, silence, deadline, ChildJvm.classPath());
  }

  ExplorationRunner(
      Path folder,
      int cpus,
      List<ExplorationBudget> rounds,
      Duration silence,
      Deadline deadline,
      String classPath) {
    this.folder = folder;
    this.cpus = cpus;
    this.rounds = List.copyOf(rounds);
    this.silence = silence;
    this.deadline = deadline;
    this.classPath = classPath;
  }

  /**
   * Rows for explorations that did not run.
   *
   * @param explorations the explorations
   * @param reason why, without a full stop
   * @return a row for each
   */
  public static List<ExplorationResult> notRun(List<Exploration> explorations, String reason) {
    return explorations.stream().map(each -> each.notRun(reason)).toList();
  }

  /**
   * Runs explorations.
   *
   * @param explorations the explorations
   * @param progress receives each exploration that is done
   * @return a row for each, in the same order
   * @throws IOException if a child cannot be started or its log not be written
   * @throws InterruptedException if this thread is interrupted; the children are killed
   */
  public List<ExplorationResult> run(List<Exploration> explorations, ProgressListener progress)
      throws IOException, InterruptedException {
    Path engine = Files.createDirectories(folder.resolve("work"));
    Files.createDirectories(folder.resolve("logs"));
    WholeFile.write(engine.resolve(EngineJar.NAME), EngineJar::write);
    done.clear();
    AtomicInteger ended = new AtomicInteger();
    int total = explorations.size() * rounds.size();
    Listener listener =
        (task, row) -> {
          done.merge(task.exploration().label(), row, Task::merged);
          progress.progress(ended.incrementAndGet(), total, task.exploration().label());
        };
    // What has arrived stays, whatever the deadline cuts off.
    Optional<List<List<Exploration>>> all =
        deadline.call(
            () ->
                Workers.map(
                    shares(explorations),
                    cpus,
                    share -> {
                      run(tasks(share), engine, listener);
                      return share;
                    }));
    String reason = all.isPresent() ? "its child JVM sent no result" : Deadline.OUT_OF_TIME;
    return rows(explorations, reason);
  }

  /**
   * The rows received so far, even if the run was interrupted.
   *
   * @param explorations the explorations
   * @param reason why the others did not run, without a full stop
   * @return a row for each, in the same order
   */
  public List<ExplorationResult> rows(List<Exploration> explorations, String reason) {
    return Traces.shortest(
        explorations.stream()
            .map(each -> done.getOrDefault(each.label(), each.notRun(reason)))
            .toList());
  }

  private List<Task> tasks(List<Exploration> explorations) {
    List<Task> tasks = new ArrayList<>();
    List<Exploration> order = explorations;
    for (ExplorationBudget budget : rounds) {
      order.forEach(each -> tasks.add(new Task(each, budget.of(each.scenario()))));
      order = ofLaterRounds(explorations);
    }
    return tasks;
  }

  /**
   * The order of later rounds: the longest histories first, because short ones need no further
   * round, and large scenarios last, because small ones have the same interleavings.
   */
  static List<Exploration> ofLaterRounds(List<Exploration> explorations) {
    return explorations.stream()
        .sorted(
            Comparator.comparing((Exploration each) -> Scenarios.isLarge(each.scenario()))
                .thenComparing(each -> -each.calls()))
        .toList();
  }

  /**
   * Assigns the explorations of a design to one child, which compiles its classes once, unless
   * there are fewer designs than CPUs. Stopping at a witness requires one child.
   */
  private List<List<Exploration>> shares(List<Exploration> explorations) {
    Map<String, List<Exploration>> ofDesign = new LinkedHashMap<>();
    explorations.forEach(
        each ->
            ofDesign.computeIfAbsent(each.design().name(), name -> new ArrayList<>()).add(each));
    if (ofDesign.size() < cpus && rounds.stream().noneMatch(ExplorationBudget::stopsAtBroken)) {
      return Workers.shares(explorations, cpus);
    }
    return Workers.shares(List.copyOf(ofDesign.values()), cpus).stream()
        .map(share -> share.stream().flatMap(List::stream).toList())
        .toList();
  }

  /** Takes the row of a task. */
  @FunctionalInterface
  private interface Listener {
    void explored(Task task, ExplorationResult row);
  }

  private void run(List<Task> tasks, Path engine, Listener listener)
      throws IOException, InterruptedException {
    Path log =
        folder.resolve("logs/exploration-" + tasks.get(0).exploration().design().name() + ".log");
    Map<String, Integer> failures = new HashMap<>();
    List<Task> left = new ArrayList<>(tasks);
    SecondTry second = new SecondTry();
    while (!left.isEmpty()) {
      String[] problem = {""};
      ChildJvm child =
          new ChildJvm(
              folder,
              log,
              silence,
              classPath,
              jvmArgs(engine, tasks),
              ExplorationMain.class.getName(),
              left.stream().flatMap(each -> each.arguments().stream()).toList());
      ChildJvm.Exit exit =
          child.run(
              message -> {
                if (message.kind().equals(ExplorationMain.PROBLEM)) {
                  problem[0] =
                      "the explorer does not work on this JVM: " + message.as(String.class);
                } else if (message.kind().equals(ExplorationMain.ROW)) {
                  // The child runs tasks in this order.
                  if (left.isEmpty() || !left.get(0).label().equals(message.label())) {
                    return Message.Effect.NONE;
                  }
                  listener.explored(left.remove(0), message.as(ExplorationResult.class));
                }
                return Message.Effect.PROGRESS;
              });
      if (left.isEmpty()) {
        return;
      }
      if (!problem[0].isEmpty()) {
        left.forEach(each -> listener.explored(each, each.exploration().notRun(problem[0])));
        return;
      }
      if (second.isDue(exit, left.get(0).label())) {
        continue;
      }
      // A design that ends its JVM, or hangs, takes no other one with it.
      Task guilty = left.remove(0);
      String reason = exit.reason(silence) + "; see " + folder.relativize(log);
      listener.explored(guilty, guilty.exploration().notRun(reason));
      String name = guilty.exploration().design().name();
      if (failures.merge(name, 1, Integer::sum) >= MOST_FAILURES) {
        left.removeIf(
            each -> {
              boolean same = each.exploration().design().name().equals(name);
              if (same) {
                listener.explored(each, each.exploration().notRun(Task.LEFT));
              }
              return same;
            });
      }
    }
  }

  private List<String> jvmArgs(Path engine, List<Task> tasks) {
    return jvmArgs(
        folder, engine, tasks.stream().map(task -> task.exploration().design()).toList());
  }

  /**
   * The arguments of a JVM that explores.
   *
   * @param folder its working directory
   * @param engine where the jar of the engine is, in that directory
   * @param designs the designs that it explores
   * @return the arguments
   */
  public static List<String> jvmArgs(Path folder, Path engine, List<Design> designs) {
    List<String> packages = new ArrayList<>();
    packages.add(Litmus.class.getPackageName());
    designs.stream()
        .map(design -> design.getClass().getPackageName())
        .distinct()
        .forEach(packages::add);
    List<String> args = new ArrayList<>(EngineJar.jvmArgs(folder, engine, packages, false));
    // C1 only: most code is new, so C2 costs more than it saves, and that of JDK 17 has crashed on
    // instrumented code.
    args.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g", "-Dptstress.checked=true"));
    return args;
  }
}
