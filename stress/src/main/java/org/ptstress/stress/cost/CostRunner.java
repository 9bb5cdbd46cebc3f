package org.ptstress.stress.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ptstress.model.Design;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Population;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.Message;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.process.SecondTry;
import org.ptstress.run.process.Workers;
import org.ptstress.stress.engine.EngineJar;

/** Records the costs of designs, in child JVMs with the access engine. */
public final class CostRunner {
  private final Path folder;
  private final int cpus;
  private final Duration silence;
  private final boolean large;
  private final Deadline deadline;
  private final String classPath;
  private final List<String> jvmArgs;

  /** The costs of each finished design, even if it has none. */
  private final Map<String, DesignCosts> ended = new ConcurrentHashMap<>();

  /** The rows so far of each started design. */
  private final Map<String, DesignCosts> begun = new ConcurrentHashMap<>();

  /**
   * Creates a runner.
   *
   * @param folder where the engine and the logs go
   * @param cpus how many children may run beside each other, at least 1
   * @param silence the timeout of a silent child
   * @param large whether to count in {@link Population#isOptional large tables} as well
   * @param deadline when to stop
   */
  public CostRunner(Path folder, int cpus, Duration silence, boolean large, Deadline deadline) {
    this(folder, cpus, silence, large, deadline, ChildJvm.classPath(), List.of());
  }

  CostRunner(
      Path folder,
      int cpus,
      Duration silence,
      boolean large,
      Deadline deadline,
      String classPath,
      List<String> jvmArgs) {
    this.folder = folder;
    this.cpus = cpus;
    this.silence = silence;
    this.large = large;
    this.deadline = deadline;
    this.classPath = classPath;
    this.jvmArgs = jvmArgs;
  }

  /**
   * The costs of designs of which nothing was recorded.
   *
   * @param designs the designs
   * @param reason why, without a full stop
   * @return costs with a problem
   */
  public static List<DesignCosts> notRun(List<Design> designs, String reason) {
    return designs.stream().map(design -> DesignCosts.none(design.name(), reason)).toList();
  }

  /**
   * Records the costs of some designs.
   *
   * @param designs the designs
   * @param progress is notified of each that is done
   * @return the costs, in the order of the designs
   * @throws IOException if a child cannot be started or its log not be written
   * @throws InterruptedException if this thread is interrupted; the children are killed
   */
  public List<DesignCosts> costs(List<Design> designs, ProgressListener progress)
      throws IOException, InterruptedException {
    Path engine = Files.createDirectories(folder.resolve("work"));
    Files.createDirectories(folder.resolve("logs"));
    WholeFile.write(engine.resolve(EngineJar.NAME), EngineJar::write);
    List<String> args = new ArrayList<>(EngineJar.jvmArgs(folder, engine, packages(designs), true));
    // C1 only: its code depends on no profile, and it eliminates no boxes.
    args.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"));
    args.addAll(jvmArgs);
    ended.clear();
    begun.clear();
    AtomicInteger count = new AtomicInteger();
    Listener listener =
        costs -> {
          ended.put(costs.design(), costs);
          progress.progress(count.incrementAndGet(), designs.size(), costs.design());
        };
    // Received rows survive the deadline.
    Optional<List<List<String>>> all =
        deadline.call(
            () ->
                Workers.map(
                    // Instrumentation of a JVM takes a second, so each handles many designs.
                    Workers.shares(designs.stream().map(Design::name).toList(), cpus),
                    cpus,
                    share -> {
                      run(share, args, listener);
                      return share;
                    }));
    String reason = all.isPresent() ? "its child JVM sent no result" : Deadline.OUT_OF_TIME;
    return rows(designs, reason);
  }

  /**
   * The costs received so far, even if the run was interrupted. Incomplete costs are cut short,
   * whatever the reason.
   *
   * @param designs the designs
   * @param reason why there is no more of those that have not ended, without a full stop
   * @return the costs, in the order of the designs
   */
  public List<DesignCosts> rows(List<Design> designs, String reason) {
    return designs.stream().map(design -> costs(design.name(), reason)).toList();
  }

  private DesignCosts costs(String design, String reason) {
    DesignCosts last = ended.getOrDefault(design, DesignCosts.none(design, reason));
    DesignCosts first = begun.get(design);
    return first == null || last.extent() == DesignCosts.Extent.WHOLE
        ? last
        : first.cutShort(last.problem());
  }

  /** Takes the costs of a design that has ended. */
  @FunctionalInterface
  private interface Listener {
    void recorded(DesignCosts costs);
  }

  /** Isolates a design that ends its JVM or hangs from the others. */
  private void run(List<String> designs, List<String> args, Listener listener)
      throws IOException, InterruptedException {
    Path log = folder.resolve("logs/accesses-" + designs.get(0) + ".log");
    List<String> left = new ArrayList<>(designs);
    SecondTry second = new SecondTry();
    while (!left.isEmpty()) {
      List<String> work = new ArrayList<>(large ? List.of(CostMain.LARGE) : List.of());
      work.addAll(left);
      ChildJvm child =
          new ChildJvm(folder, log, silence, classPath, args, CostMain.class.getName(), work);
      ChildJvm.Exit exit =
          child.run(
              message -> {
                if (!left.contains(message.label())) {
                  return Message.Effect.NONE;
                }
                if (message.kind().equals(CostMain.SO_FAR)) {
                  begun.merge(message.label(), message.as(DesignCosts.class), CostRunner::more);
                } else if (message.kind().equals(CostMain.COSTS)) {
                  left.remove(message.label());
                  listener.recorded(message.as(DesignCosts.class));
                }
                return Message.Effect.PROGRESS;
              });
      if (!left.isEmpty() && !second.isDue(exit, left.get(0))) {
        String problem = exit.reason(silence) + "; see " + folder.relativize(log);
        listener.recorded(DesignCosts.none(left.remove(0), problem));
      }
    }
  }

  /** Keeps the more complete rows: a retry starts over and may get less far than the first try. */
  static DesignCosts more(DesignCosts before, DesignCosts now) {
    return now.accesses().counts().size() < before.accesses().counts().size() ? before : now;
  }

  /** The packages of the designs: a design from outside may be in any. */
  private static List<String> packages(List<Design> designs) {
    return designs.stream().map(design -> design.getClass().getPackageName()).distinct().toList();
  }
}
