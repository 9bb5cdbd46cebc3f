package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ptstress.bench.host.ThisMachine;
import org.ptstress.model.Design;
import org.ptstress.reports.jar.OutsideDesigns;
import org.ptstress.reports.phase.PhaseDisplay;
import org.ptstress.reports.phase.ReportFiles;
import org.ptstress.reports.phase.RunRecorder;
import org.ptstress.reports.text.OrdersText;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.OrderResult;
import org.ptstress.run.result.OrderResult.Need;
import org.ptstress.run.result.Profile;
import org.ptstress.stress.StressBudget;
import org.ptstress.stress.order.OrderRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Weakens each memory order of designs and reports whether a claim breaks without it. */
@Command(
    name = "orders",
    mixinStandardHelpOptions = true,
    description = {
      "Weakens every volatile, acquire or release access and every fence of"
          + " the designs and their primitives, one at a time and step by step,"
          + " explores the scenarios again, and reports whether a claim breaks"
          + " without it. Writes orders.json.",
      "All designs take a quarter of an hour."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every order was searched",
      "3:something did not run, or the command line is wrong"
    })
final class OrdersCommand implements Callable<Integer> {
  private static final String WHY_NOT = "It is not part of a run of orders.";

  /** A place takes seconds, on a busy machine a minute. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  @Spec private CommandSpec spec;
  @Mixin private ClassPathOption classPath;
  @Mixin private DesignsOption designs;
  @Mixin private OutOption out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (OutsideDesigns outside = classPath.open()) {
      List<Design> chosen = designs.orElse(outside::catalogue);
      return out.run(
          spec, Profile.ORDERS, chosen, (folder, recorder) -> run(folder, chosen, recorder));
    }
  }

  private Integer run(Path folder, List<Design> chosen, RunRecorder recorder)
      throws IOException, InterruptedException {
    recorder.phase("host", bar -> ResultFiles.write(folder, ThisMachine.describe()));
    recorder.phase("orders", bar -> weaken(folder, chosen, bar));
    recorder.leaveOutTheRest(WHY_NOT);
    RunFolder read = recorder.complete();
    return close(read.orders(), recorder.failures(), folder.resolve(ReportFiles.PAGE));
  }

  private static void weaken(Path folder, List<Design> chosen, PhaseDisplay.Bar bar)
      throws IOException, InterruptedException {
    OrderRunner runner =
        new OrderRunner(
            folder, Runtime.getRuntime().availableProcessors(), StressBudget.ofOrders(), SILENCE);
    ResultFiles.write(folder, ResultFiles.ORDERS, runner.weaken(chosen, bar::at));
  }

  private int close(List<OrderResult> rows, List<String> failures, Path page) {
    PrintWriter terminal = spec.commandLine().getOut();
    new OrdersText(rows).print(terminal);
    List<OrderResult> notRun = rows.stream().filter(row -> row.need() == Need.NOT_RUN).toList();
    notRun.forEach(
        row -> terminal.printf("NOT_RUN: %s %s: %s.%n", row.design(), row.place(), row.reason()));
    failures.forEach(terminal::println);
    boolean whole = notRun.isEmpty() && failures.isEmpty();
    terminal.printf(
        Locale.ROOT,
        "%s: of %d orders %d are needed, %d not shown to be needed, %d not"
            + " searched. Report: %s%n",
        whole ? "Passed" : "Incomplete",
        OrdersText.places(rows, row -> true),
        OrdersText.places(rows, row -> row.need() == Need.NEEDED),
        OrdersText.places(rows, row -> row.need() != Need.NOT_RUN)
            - OrdersText.places(rows, row -> row.need() == Need.NEEDED),
        OrdersText.places(rows, row -> row.need() == Need.NOT_RUN),
        page.toAbsolutePath());
    return whole ? ExitStatus.PASSED : ExitStatus.INCOMPLETE;
  }
}
