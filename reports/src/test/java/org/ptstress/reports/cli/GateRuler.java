package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ptstress.bench.benchmark.RulerBenchmark;
import org.ptstress.bench.fork.JarForks;
import org.ptstress.bench.plan.ForkTime;
import org.ptstress.model.Designs;
import org.ptstress.reports.gate.ForkScores;
import org.ptstress.reports.gate.GateVerdict;
import org.ptstress.reports.gate.Margins;
import org.ptstress.reports.gate.Ruler;
import org.ptstress.reports.gate.Ruler.RulerFork;
import org.ptstress.reports.jar.ForkLog;
import org.ptstress.run.measurement.Row;

/**
 * How often the gate of two jars is wrong on this machine: compares code with itself, and with
 * itself doing 5, 10 and 20 per cent more. Not part of the build, because it takes half an hour of
 * an idle machine: the Maven profile {@code ruler} runs it, and leaves {@code target/ruler}.
 */
class GateRuler {
  private static final int ROUNDS = Integer.getInteger("ptstress.ruler.rounds", Ruler.FEWEST + 5);
  private static final Path FOLDER = Path.of("target", "ruler");

  private static final Row FIND = row("find", 1);
  private static final Row CREATE = row("createDelete", 1);
  private static final Row CONTENDED = row("createDelete", 2);
  private static final List<Row> BENCHMARKS = List.of(FIND, CREATE, CONTENDED);

  private static final Ruler RULER = new Ruler(BENCHMARKS, Margins.PAIRED);

  private static Row row(String method, int threads) {
    return new Row(RulerBenchmark.class.getName() + "." + method, Designs.YARDSTICK, 512, threads);
  }

  @BeforeAll
  static void measure() throws IOException, InterruptedException {
    RunFolders.delete(FOLDER);
    Files.createDirectories(FOLDER);
    ForkLog log = new ForkLog(FOLDER);
    try (JarForks forks =
        new JarForks(PtstressJar.path().toString(), FIND, ForkTime.PAIRED, "ruler", FOLDER)) {
      for (int i = 0; i < ROUNDS; i++) {
        int round = i;
        RULER.measure((row, side) -> fork(log, round, forks, row, side));
      }
    }
    StringBuilder table = new StringBuilder("benchmark, slowdown, measured, verdicts\n");
    for (Row row : BENCHMARKS) {
      for (RulerFork side : RulerFork.values()) {
        if (side != RulerFork.BASE && RULER.count(row) > 0) {
          table.append(line(row, side));
        }
      }
    }
    Files.writeString(FOLDER.resolve("rates.csv"), table);
  }

  private static String line(Row row, RulerFork side) throws IOException, InterruptedException {
    List<GateVerdict> verdicts = RULER.verdicts(row, side);
    List<String> counts =
        Stream.of(GateVerdict.values())
            .map(verdict -> verdict + " " + Collections.frequency(verdicts, verdict))
            .toList();
    return String.format(
        Locale.ROOT,
        "%s, %d %%, %.1f %%, %s%n",
        row,
        side.percent(),
        100 * RULER.slowdown(row, side),
        String.join(", ", counts));
  }

  private static ForkScores fork(ForkLog log, int round, JarForks forks, Row row, RulerFork side)
      throws IOException, InterruptedException {
    int extra = side.percent() * RulerBenchmark.BATCH / 100;
    return log.run(
        Map.of("side", side.name(), "round", round),
        forks,
        row,
        Map.of("extra", Integer.toString(extra)));
  }

  @Test
  void enoughRoundsHadTheCpusToThemselves() {
    assertThat(BENCHMARKS)
        .allSatisfy(row -> assertThat(RULER.count(row)).isGreaterThan(Ruler.FEWEST));
  }

  @Test
  void equalCodeIsNotFlagged() throws Exception {
    for (Row row : BENCHMARKS) {
      assertThat(RULER.verdicts(row, RulerFork.SAME))
          .as("%s", row)
          .doesNotContain(GateVerdict.REGRESSED);
    }
  }

  @Test
  void aFifthMoreWorkIsFoundAndNeverUnchanged() throws Exception {
    for (Row row : List.of(FIND, CREATE)) {
      assertThat(RULER.verdicts(row, RulerFork.TWENTY))
          .as("%s", row)
          .doesNotContain(GateVerdict.UNCHANGED)
          .contains(GateVerdict.REGRESSED);
    }
  }
}
