package org.ptstress.stress.cost;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ptstress.model.Design;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Message;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.process.Workers;
import org.ptstress.stress.engine.EngineJar;

/** Records the costs of designs, in child JVMs with the access engine. */
public final class CostRunner {
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final int cpus;
  private final String classPath;
  private final List<String> jvmArgs;

  /**
   * Prepares.
   *
   * @param folder where the engine and the logs go
   * @param cpus how many children may run beside each other, at least 1
   */
  public CostRunner(Path folder, int cpus) {
    this(folder, cpus, ChildJvm.classPath(), List.of());
  }

  CostRunner(Path folder, int cpus, String classPath, List<String> jvmArgs) {
    this.folder = folder;
    this.cpus = cpus;
    this.classPath = classPath;
    this.jvmArgs = jvmArgs;
  }

  /**
   * Records the costs of some designs.
   *
   * @param designs the designs
   * @param progress is told of each that is done
   * @return the costs, in the order of the designs
   * @throws IOException if a child cannot be started or its log not be written
   * @throws InterruptedException if this thread is interrupted; the children are killed
   */
  public List<DesignCosts> costs(List<Design> designs, ProgressListener progress)
      throws IOException, InterruptedException {
    WholeFile.write(folder.resolve(EngineJar.NAME), EngineJar::write);
    List<String> args = new ArrayList<>(EngineJar.jvmArgs(folder, packages(designs)));
    args.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g"));
    args.addAll(jvmArgs);
    AtomicInteger ended = new AtomicInteger();
    Map<String, DesignCosts> done = new ConcurrentHashMap<>();
    Listener listener =
        costs -> {
          done.put(costs.design(), costs);
          progress.progress(ended.incrementAndGet(), designs.size(), costs.design());
        };
    Workers.map(
        shares(designs),
        cpus,
        share -> {
          run(share, args, listener);
          return share;
        });
    return designs.stream().map(design -> requireNonNull(done.get(design.name()))).toList();
  }

  /** A JVM takes a second until it is instrumented, so each takes many designs. */
  private List<List<String>> shares(List<Design> designs) {
    List<List<String>> shares = new ArrayList<>();
    for (int i = 0; i < designs.size(); i++) {
      if (i < cpus) {
        shares.add(new ArrayList<>());
      }
      shares.get(i % cpus).add(designs.get(i).name());
    }
    return shares;
  }

  /** Takes the costs of a design. */
  @FunctionalInterface
  private interface Listener {
    void recorded(DesignCosts costs);
  }

  /** A design that ends its JVM, or hangs, takes no other one with it. */
  private void run(List<String> designs, List<String> args, Listener listener)
      throws IOException, InterruptedException {
    Path log = folder.resolve("costs-" + designs.get(0) + ".log");
    List<String> left = new ArrayList<>(designs);
    while (!left.isEmpty()) {
      ChildJvm child =
          new ChildJvm(folder, log, SILENCE, classPath, args, CostMain.class.getName(), left);
      ChildJvm.Exit exit =
          child.run(
              message -> {
                if (message.kind().equals(CostMain.PROGRESS)) {
                  return Message.Effect.PROGRESS;
                }
                if (!message.kind().equals(CostMain.COSTS) || !left.remove(message.label())) {
                  return Message.Effect.NONE;
                }
                listener.recorded(message.as(DesignCosts.class));
                return Message.Effect.PROGRESS;
              });
      if (!left.isEmpty()) {
        String problem = "Nothing was recorded: " + exit.reason(SILENCE) + ".";
        listener.recorded(DesignCosts.none(left.remove(0), problem));
      }
    }
  }

  /** The packages of the designs: a design from outside may be in any. */
  private static List<String> packages(List<Design> designs) {
    return designs.stream().map(design -> design.getClass().getPackageName()).distinct().toList();
  }
}
