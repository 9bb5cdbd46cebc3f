package org.ptstress.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ptstress.bench.Benchmarks;
import org.ptstress.bench.ForkTime;
import org.ptstress.bench.JarForks;
import org.ptstress.bench.RulerBenchmark;
import org.ptstress.model.Designs;
import org.ptstress.reports.paired.ForkScores;
import org.ptstress.reports.ruler.Rounds;
import org.ptstress.reports.ruler.Ruler;
import org.ptstress.reports.ruler.Slot;
import org.ptstress.reports.ruler.Thief;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.result.Row;
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
  private static final int TIMERS = 512;

  @Spec private CommandSpec spec;

  @Option(
      names = "--rounds",
      paramLabel = "NUMBER",
      defaultValue = "70",
      description =
          "Rounds of five forks for each of three benchmarks, from 40; one of all takes 36 seconds,"
              + " twice that on a busy machine"
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
    if (rounds < Ruler.FEWEST) {
      throw new UserException(
          "--rounds is "
              + rounds
              + ", but a comparison and its confirmation take "
              + Ruler.FEWEST
              + ".");
    }
    UsableJvm.require(List.of(Benchmarks.childStart()));
    Path folder = out.folder(ForkLog.FILE);
    List<Measured> measured =
        List.of(
            Measured.of("find", 1), Measured.of("createDelete", 1), Measured.of("createDelete", 2));
    Interrupts interrupts = Interrupts.of(Thread.currentThread());
    Thief thief = new Thief();
    if (besideThief) {
      thief.start();
    }
    try (PhaseDisplay.Bar bar = new PhaseDisplay(spec.commandLine().getErr()).start("rounds")) {
      bar.alone(() -> measure(measured, folder, bar));
      bar.complete();
    } finally {
      thief.stop();
      interrupts.close();
    }
    return RulerReport.publish(
        measured.stream().map(Measured::rounds).toList(), folder, spec.commandLine().getOut());
  }

  /** A benchmark and what it showed. */
  private record Measured(Row row, Rounds rounds) {
    static Measured of(String method, int threads) {
      Row row =
          new Row(
              RulerBenchmark.class.getName() + "." + method, Designs.YARDSTICK, TIMERS, threads);
      return new Measured(row, new Rounds(row));
    }
  }

  private List<Measured> measure(List<Measured> measured, Path folder, PhaseDisplay.Bar bar)
      throws IOException, InterruptedException {
    Row first = measured.get(0).row();
    ForkLog log = new ForkLog(folder);
    try (JarForks forks =
        new JarForks(ChildJvm.classPath(), first, ForkTime.PAIRED, "ruler", folder)) {
      for (int round = 0; round < rounds; round++) {
        int number = round;
        for (Measured each : measured) {
          each.rounds().measure(slot -> fork(log, number, forks, each.row(), slot));
        }
        bar.at(round + 1, rounds, "rounds");
      }
      return measured;
    }
  }

  private static ForkScores fork(ForkLog log, int round, JarForks forks, Row row, Slot slot)
      throws IOException, InterruptedException {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("arm", slot.name());
    place.put("round", round);
    return log.run(
        place, forks, row, Map.of("extra", Integer.toString(slot.extra(RulerBenchmark.BATCH))));
  }
}
