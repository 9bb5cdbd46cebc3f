package org.ptstress.stress.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ptstress.model.Design;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.process.Workers;
import org.ptstress.run.result.OrderResult;
import org.ptstress.stress.engine.EngineJar;
import org.ptstress.stress.exploration.ExplorationRunner;

/** Weakens the orders of designs, in child JVMs with the access engine. */
public final class OrderRunner {
  private final Path folder;
  private final int cpus;
  private final OrderBudget budget;
  private final Duration silence;
  private final String classPath;

  /**
   * Creates a runner.
   *
   * @param folder where the engine and the logs go
   * @param cpus how many children may run beside each other, at least 1
   * @param budget how much is explored
   * @param silence how long a child may be silent
   */
  public OrderRunner(Path folder, int cpus, OrderBudget budget, Duration silence) {
    this(folder, cpus, budget, silence, ChildJvm.classPath());
  }

  OrderRunner(Path folder, int cpus, OrderBudget budget, Duration silence, String classPath) {
    this.folder = folder;
    this.cpus = cpus;
    this.budget = budget;
    this.silence = silence;
    this.classPath = classPath;
  }

  /**
   * Weakens every place of some designs that orders memory in their scenarios. Each child has a
   * share of the places of each design.
   *
   * @param designs the designs
   * @param progress is notified of each place that is done
   * @return a row for each step of each place, those of a design together
   * @throws IOException if a child cannot be started or its log not be written
   * @throws InterruptedException if this thread is interrupted; the children are killed
   */
  public List<OrderResult> weaken(List<Design> designs, ProgressListener progress)
      throws IOException, InterruptedException {
    Path engine = Files.createDirectories(folder.resolve("work"));
    Files.createDirectories(folder.resolve("logs"));
    WholeFile.write(engine.resolve(EngineJar.NAME), EngineJar::write);
    OrderProgress all = new OrderProgress(progress, cpus * designs.size());
    List<List<OrderResult>> shares =
        Workers.map(
            IntStream.range(0, cpus).boxed().toList(),
            cpus,
            share -> run(share, designs, engine, all));
    List<String> names = designs.stream().map(Design::name).toList();
    return shares.stream()
        .flatMap(List::stream)
        .sorted(
            Comparator.comparing((OrderResult row) -> names.indexOf(row.design()))
                .thenComparing(OrderResult::place)
                .thenComparing(OrderResult::access))
        .toList();
  }

  private List<OrderResult> run(int share, List<Design> designs, Path engine, OrderProgress all)
      throws IOException, InterruptedException {
    Path log = folder.resolve("logs/orders-" + (share + 1) + ".log");
    List<OrderResult> rows = new ArrayList<>();
    List<OrderShare> left =
        new ArrayList<>(designs.stream().map(design -> new OrderShare(design, all)).toList());
    while (!left.isEmpty()) {
      List<String> args = new ArrayList<>(List.of("" + share, "" + cpus));
      args.addAll(budget.args());
      left.forEach(each -> args.addAll(List.of(each.design().name(), "" + each.done())));
      OrderAnswers answers = new OrderAnswers(left, rows);
      ChildJvm.Exit exit =
          new ChildJvm(
                  folder,
                  log,
                  silence,
                  classPath,
                  ExplorationRunner.jvmArgs(folder, engine, designs),
                  OrderMain.class.getName(),
                  args)
              .run(answers::take);
      left.removeIf(OrderShare::isDone);
      if (!left.isEmpty()) {
        String reason =
            answers.problem().isEmpty()
                ? exit.reason(silence) + "; see " + folder.relativize(log)
                : answers.problem();
        // A place that ends its JVM, or hangs, takes no other one with it.
        rows.add(left.get(0).giveUp(reason));
        left.removeIf(OrderShare::isDone);
      }
    }
    return rows;
  }
}
