package org.ptstress.reports.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ptstress.bench.ForkTime;
import org.ptstress.bench.JarForks;
import org.ptstress.bench.Row;
import org.ptstress.bench.RulerBenchmark;
import org.ptstress.model.Designs;
import org.ptstress.reports.paired.ForkScores;
import org.ptstress.reports.ruler.Ruler;
import org.ptstress.reports.ruler.RulerRow;
import org.ptstress.reports.ruler.Slot;
import org.ptstress.reports.ruler.Thief;
import org.ptstress.stress.process.ChildJvm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves the gate on this machine. */
@Command(
    name = "ruler",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how often the gate cries wolf on this machine, and how often it sleeps: compares"
          + " code with itself and with itself slowed down by 5, 10 and 20 %%, and holds three"
          + " common rules against the same forks. Writes ruler.json."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:measured", "3:something did not run"})
final class RulerCommand implements Callable<Integer> {
  private static final String FILE = "ruler.json";
  private static final int TIMERS = 512;

  @Spec private CommandSpec spec;

  @Option(
      names = "--rounds",
      paramLabel = "NUMBER",
      defaultValue = "70",
      description =
          "Rounds of five forks for each benchmark, from 20; one takes 12 seconds"
              + " (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--beside-thief",
      description = "Keep one CPU busy half of the time, to see what a busy machine does.")
  private boolean besideThief;

  @Mixin private OutOption out;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  RulerCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rounds < Ruler.WINDOW) {
      throw new UserException(
          "--rounds is " + rounds + ", but a comparison takes " + Ruler.WINDOW + ".");
    }
    Path folder = out.folder();
    List<Measured> rulers = Stream.of("find", "createDelete").map(Measured::of).toList();
    Interrupts interrupts = Interrupts.of(Thread.currentThread());
    Thief thief = new Thief();
    if (besideThief) {
      thief.start();
    }
    try (PhaseDisplay.Bar bar = new PhaseDisplay(spec.commandLine().getErr()).start("rounds")) {
      measure(rulers, folder, bar);
    } finally {
      thief.stop();
      interrupts.close();
    }
    return close(folder, rulers);
  }

  /** A benchmark and what it showed. */
  private record Measured(Row row, Ruler ruler) {
    static Measured of(String method) {
      Row row =
          new Row(RulerBenchmark.class.getName() + "." + method, Designs.YARDSTICK, TIMERS, 1);
      return new Measured(row, new Ruler(JarGate.DEFAULT_MARGINS.of(row.threads())));
    }

    List<RulerRow> rows() {
      return ruler.rows(row.toString());
    }
  }

  private void measure(List<Measured> rulers, Path folder, PhaseDisplay.Bar bar)
      throws IOException, InterruptedException {
    Row first = rulers.get(0).row();
    ForkLog log = new ForkLog(folder);
    try (JarForks forks =
        new JarForks(ChildJvm.classPath(), first, ForkTime.PAIRED, "ruler", folder)) {
      for (int round = 0; round < rounds; round++) {
        for (Measured each : rulers) {
          each.ruler().measure(slot -> fork(log, forks, each.row(), slot));
        }
        bar.at(round + 1, rounds, "rounds");
      }
    }
  }

  private static ForkScores fork(ForkLog log, JarForks forks, Row row, Slot slot)
      throws IOException, InterruptedException {
    return log.run(
        slot.name(),
        forks,
        row,
        Map.of("extra", Integer.toString(slot.extra(RulerBenchmark.BATCH))));
  }

  private int close(Path folder, List<Measured> rulers) throws IOException {
    List<RulerRow> rows = rulers.stream().flatMap(each -> each.rows().stream()).toList();
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(folder.resolve(FILE).toFile(), rows);
    PrintWriter terminal = spec.commandLine().getOut();
    for (Measured each : rulers) {
      terminal.printf(
          "%s: %d rounds, %d more spoilt by other programs%n",
          each.row(), each.ruler().rounds(), each.ruler().spoilt());
      for (Slot slot : List.of(Slot.SAME, Slot.FIVE, Slot.TEN, Slot.TWENTY)) {
        terminal.printf(
            "  %2d %% more work: measured %.1f %% slower%n",
            slot.percent(), 100 * each.ruler().slowdown(slot));
      }
      String benchmark = each.row().toString();
      rows.stream()
          .filter(row -> row.benchmark().equals(benchmark))
          .forEach(row -> print(row, terminal));
    }
    boolean complete = rulers.stream().allMatch(each -> each.ruler().rounds() >= Ruler.WINDOW);
    terminal.printf(
        "%s: %d rates. Report: %s%n",
        complete ? "Measured" : "Incomplete: too many rounds were spoilt",
        rows.size(),
        folder.resolve(FILE).toAbsolutePath());
    return complete ? ExitStatus.PASSED : ExitStatus.INCOMPLETE;
  }

  private static void print(RulerRow row, PrintWriter terminal) {
    terminal.printf(
        "  %-34s %2d %% slower: flagged %5.1f %% [%5.1f, %5.1f], inconclusive %5.1f %%%n",
        row.rule(),
        row.slowdownPercent(),
        percent(row.flagged(), row),
        100 * row.low(),
        100 * row.high(),
        percent(row.inconclusive(), row));
  }

  private static double percent(int count, RulerRow row) {
    return 100.0 * count / row.verdicts();
  }
}
