package org.ptstress.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.bench.OutsideTables;
import org.ptstress.bench.jvm.MeasuredJvm;
import org.ptstress.run.process.ProgressListener;

final class LatencyRunTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void writesLogsThatHdrHistogramReads() throws IOException, InterruptedException {
    List<String> progress = new ArrayList<>();

    LatencyRun.run(
        BriefLoads.latency(),
        List.of("RcuHash"),
        folder,
        (done, total, what) -> progress.add(done + "/" + total));

    for (String name : List.of("RcuHash", "control")) {
      List<Histogram> intervals = read(folder.resolve("latency/" + name + ".hlog"));
      List<String> tags =
          intervals.stream()
              .map(interval -> interval.getTag().replace(";disturbed", ""))
              .distinct()
              .toList();
      // A machine with other work can cost a rate.
      assertThat(tags)
          .isSubsetOf(
              "design=" + name + ";operation=find;rate=50000",
              "design=" + name + ";operation=find;rate=100000",
              "design=" + name + ";operation=create-delete;rate=50000",
              "design=" + name + ";operation=create-delete;rate=100000");
      assertThat(tags).anyMatch(tag -> tag.contains(";operation=find;"));
      assertThat(tags).anyMatch(tag -> tag.contains(";operation=create-delete;"));
      assertThat(intervals).hasSize(2 * tags.size());
      // It can leave one interval empty, not both of a rate.
      assertThat(
              intervals.stream()
                  .collect(
                      Collectors.groupingBy(
                          Histogram::getTag, Collectors.summingLong(Histogram::getTotalCount)))
                  .values())
          .allMatch(count -> count > 0);
      assertThat(intervals).extracting(Histogram::getStartTimeStamp).isSorted();
    }
    assertThat(progress).containsExactly("0/2", "1/2", "2/2");
    assertThat(folder.resolve("logs/latency.log"))
        .content()
        .contains("RcuHash: 64 timers", "create-delete at 100000 per second");
  }

  @Test
  void aProcessThatDiesIsNamedAndOneThatPrintsSpoilsNothing() throws Exception {
    Path log = folder.resolve("logs/latency.log");
    List<String> failures =
        OutsideTables.callWith(
            folder.resolve("outside"),
            () ->
                LatencyRun.run(
                    BriefLoads.latency(),
                    List.of("NoSuchDesign", "Floods"),
                    folder,
                    ProgressListener.NONE));

    assertThat(failures)
        .containsExactly("The latency run of NoSuchDesign ended with status 1. See " + log + ".");
    // First: whose failure prints less than the content of a log without a limit.
    assertThat(Files.size(log)).isLessThan(2 * MeasuredJvm.OUTPUT_LIMIT);
    assertThat(log).content().contains("Unknown design \"NoSuchDesign\"");
    assertThat(folder.resolve("latency/NoSuchDesign.hlog")).doesNotExist();
    assertThat(read(folder.resolve("latency/Floods.hlog")))
        .isNotEmpty()
        .allMatch(interval -> interval.getTag().startsWith("design=Floods;"));
    assertThat(log).content().contains("bytes of output are left out", "Floods: 64 timers");
  }

  private static List<Histogram> read(Path file) throws IOException {
    List<Histogram> intervals = new ArrayList<>();
    try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
      while (reader.hasNext()) {
        EncodableHistogram interval = reader.nextIntervalHistogram();
        intervals.add((Histogram) interval);
      }
      assertThat(reader.getStartTimeSec()).isGreaterThan(1.7e9);
    }
    return intervals;
  }
}
